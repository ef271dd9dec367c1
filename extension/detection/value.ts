/** Where a label's value stands: the next cell, the dd, the control, the text that follows. */
import { compact, labelledField, searchWords } from './labels.ts';

/** Text that takes part in no reading of labels: what one presses to go elsewhere, and headings of sections. */
const notLabels =
  'a,button,legend,h1,h2,h3,h4,h5,h6,option,[role=tab],[role=button],[role=menuitem],[role=columnheader]';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

/**
 * The element that holds the value of the label that `holder` shows, or undefined where `holder` is not a label of one:
 * the head of a column, a tab, a field of a search form.
 */
export function valueElement(holder: Element): Element | undefined {
  if (holder.closest(notLabels)) return undefined;
  const control = holder.closest('label')?.control;
  if (control && isControl(control)) return asValue(control);
  let label = holder;
  const text = compact(label.textContent);
  for (let up = 0; up < 5 && !label.nextElementSibling; up++) {
    const parent = label.parentElement;
    if (!parent || compact(parent.textContent) !== text) return undefined;
    label = parent;
  }
  const next = label.nextElementSibling;
  if (!next || isColumnHead(label, next)) return undefined;
  const inner = isControl(next) ? next : next.querySelector('input,textarea,select');
  return inner && isControl(inner) ? asValue(inner) : next;
}

/** The text of a value as shown, runs of blanks as one. */
export function valueText(element: Element): string {
  const shown = isControl(element)
    ? element instanceof HTMLSelectElement
      ? (element.selectedOptions[0]?.text ?? '')
      : element.value
    : element.textContent;
  return shown.replace(/\s+/g, ' ').trim();
}

function isColumnHead(label: Element, next: Element): boolean {
  if (label.closest('thead')) return true;
  const bothHeads = label.tagName === 'TH' && next.tagName === 'TH';
  return bothHeads || labelledField(next.textContent) !== undefined;
}

/** A control is a value unless it waits for words to search by. */
function asValue(control: Control): Control | undefined {
  if (control.type === 'search') return undefined;
  if ('readOnly' in control && (control.readOnly || control.disabled)) return control;
  const form = control.closest('form,fieldset,table,[role=search],[class*=search],[class*=query]');
  const presses = form?.querySelectorAll('button,input[type=submit],input[type=button],[role=button]') ?? [];
  return [...presses].some((press) => searchWords.test(compact(press.textContent || press.getAttribute('value') || '')))
    ? undefined
    : control;
}
