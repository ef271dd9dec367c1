/**
 * Reads a document in its frame: every visible text that may hold a case number with the place it stands in, and the
 * labelled fields. What is decided from it is decided in the background (`decision.ts`), so that frames carry little.
 */
import { labelledField, referenceWords } from './labels.ts';
import type { CaseFields, Evidence, PageEvidence, Place } from './snapshot.ts';
import { valueElement, valueText } from './value.ts';

const pressed = 'a,button,nav,[role=link],[role=button],[role=tab],[role=option],[role=menuitem],[onclick]';
const heading = 'h1,h2,h3,h4,[role=heading]';
const skipped = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION', 'TEXTAREA'];
const opening = /[（(〔﹝[［【]/;
/** Most texts of each place that are told: a second one `elsewhere` only tells that the page has other numbers too. */
const most = 12;

/** Reads what stands below `root`. Hidden parts of it do not count. */
export function readPage(root: Element): PageEvidence {
  const fields: Partial<Record<keyof CaseFields, string>> = {};
  const found = new Map<Evidence, Element>();
  const told: Partial<Record<Place, number>> = {};
  const add = (text: string, place: Place, holder: Element) => {
    told[place] = (told[place] ?? 0) + 1;
    if (told[place] <= most) found.set({ text: text.slice(0, 300), place, heading: titleBeside(holder) }, holder);
  };

  for (const { text, holder } of textsOf(root)) {
    const [, name, inline] = /^\s*([^:：]{2,12})[:：]\s*(\S.*)$/s.exec(text) ?? [];
    const field = labelledField(name ?? text);
    if (!(field || mightHoldNumber(text)) || !holder.checkVisibility({ visibilityProperty: true })) continue;
    if (!field) add(text, placeOf(holder, text), holder);
    else if (field !== 'other') {
      const element = inline ? holder : valueElement(holder);
      const value = inline ?? (element ? valueText(element) : '');
      if (field !== 'caseNumber') fields[field] ||= value;
      else if (value) add(value, isOfReferences(holder) ? 'elsewhere' : 'labelled', holder);
    }
  }
  return { evidence: withoutCards(found), fields, pageTitle: document.title };
}

/** Every text of a document, open shadow roots included, with the element that holds it. */
function* textsOf(root: Node): Generator<{ text: string; holder: Element }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.shadowRoot) yield* textsOf(node.shadowRoot);
    } else if (node.nodeValue?.trim() && node.parentElement && !skipped.includes(node.parentElement.tagName)) {
      yield { text: node.nodeValue, holder: node.parentElement };
    }
  }
}

function placeOf(holder: Element, text: string): Place {
  const before = text.slice(0, text.search(opening)).trim();
  if (holder.closest(pressed) || isRow(holder) || isNamedOtherwise(holder, before) || isOfReferences(holder)) {
    return 'elsewhere';
  }
  return holder.closest(heading) ? 'heading' : headingBeside(holder) ? 'beside' : 'plain';
}

function isRow(element: Element): boolean {
  const row = element.closest('tr,li,[role=row],[role=listitem]');
  return row !== null && (row.childElementCount > 1 || (row.parentElement?.childElementCount ?? 0) > 1);
}

/** Whether the section of an element is about other cases or documents, by its heading. */
function isOfReferences(element: Element): boolean {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const title = at.previousElementSibling;
    if (
      title?.matches(`legend,${heading}`) &&
      title.textContent.length < 16 &&
      referenceWords.test(title.textContent)
    ) {
      return true;
    }
  }
  return false;
}

/** Whether the words just before a number name it something else than the case: 原审案号, 执行依据, 文书编号. */
function isNamedOtherwise(element: Element, before: string): boolean {
  const name = before || (element.previousElementSibling?.textContent ?? '').trim();
  return name.length < 24 && !labelledField(name) && (referenceWords.test(name) || /[案编]号[:：]?$/.test(name));
}

/** The heading of the small block in which an element stands. */
function headingBeside(element: Element): Element | undefined {
  let block = element.parentElement;
  for (let up = 0; up < 3 && block && block !== document.body; up++, block = block.parentElement) {
    if (block.textContent.length > 400) return undefined;
    const found = block.querySelector('h1,h2,h3');
    if (found && found.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) return found;
  }
  return undefined;
}

/** Whether a text has a bracket, then a digit, then 号: in three looks, for a pattern of all three works without end on a hostile page. */
function mightHoldNumber(text: string): boolean {
  const [from, to] = [text.search(opening), text.lastIndexOf('号')];
  return from >= 0 && from < to && /[\d０-９]/.test(text.slice(from, to));
}

/** The words of the heading beside an element, without the tags and buttons in it. */
function titleBeside(element: Element): string {
  const own = [...(headingBeside(element)?.childNodes ?? [])].filter((node) => node instanceof Text);
  return own
    .map((node) => node.data.trim())
    .join('')
    .slice(0, 300);
}

/** Labelled numbers in items of one kind, side by side, are the cards of a list. */
function withoutCards(found: ReadonlyMap<Evidence, Element>): Evidence[] {
  const [first, second] = [...found].filter(([{ place }]) => place === 'labelled').map(([, holder]) => holder);
  const cards = first !== undefined && second !== undefined && areCards(first, second);
  return [...found.keys()].map((one) => (cards && one.place === 'labelled' ? { ...one, place: 'elsewhere' } : one));
}

function areCards(first: Element, second: Element): boolean {
  let card = first;
  while (card.parentElement && !card.parentElement.contains(second)) card = card.parentElement;
  const other = [...(card.parentElement?.children ?? [])].find((child) => child.contains(second));
  return other !== undefined && other !== card && other.tagName === card.tagName && other.className === card.className;
}
