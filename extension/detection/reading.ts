/**
 * Reads which case is open in a document. Evidence counts, by its kind:
 *
 *   labelled 100   案号 in a table, list of terms, form, or as 案号：…
 *   heading   60   in a heading
 *   beside    50   next to the page's heading
 *   plain     10   anywhere else; +20 where the title of the page says the same
 *
 * Numbers that one presses to go elsewhere, rows of tables and lists, and what is named a reference (原审案号, 关联案件, 文书)
 * are no evidence. The title alone never is: platforms forget to change it. Fifty points make a case; two numbers with
 * fifty are undecided and both are told; more are a list.
 */
import { caseNumberKey, findCaseNumbers } from '../../shared/case-number.ts';
import { labelledField, referenceWords } from './labels.ts';
import type { CaseFields, CaseReading } from './snapshot.ts';
import { valueElement, valueText } from './value.ts';

interface Candidate {
  readonly canonical: string;
  score: number;
  /** The element from which the case's heading is looked up. */
  readonly element: Element;
}

const enough = 50;
const mostUndecided = 3;
const pressed = 'a,button,nav,[role=link],[role=button],[role=tab],[role=option],[role=menuitem],[onclick]';
const heading = 'h1,h2,h3,h4,[role=heading]';
const skipped = 'SCRIPT STYLE NOSCRIPT TEMPLATE OPTION TEXTAREA';
const mightHoldNumber = /[（(〔﹝[［【].*\d.*号/s;

/** Reads a document, or the part of one below `root`. Hidden parts of it do not count. */
export function readCase(root: Element): CaseReading {
  const fields: Partial<Record<keyof CaseFields, string>> = {};
  const candidates = new Map<string, Candidate>();
  const labelled: Element[] = [];
  const everywhere = new Set<string>();

  const count = (text: string, score: number, element: Element) => {
    for (const found of findCaseNumbers(text)) {
      const key = caseNumberKey(found);
      everywhere.add(key);
      if (!score) continue;
      const known = candidates.get(key) ?? { canonical: found.canonical, score: 0, element };
      candidates.set(key, { ...known, score: Math.max(known.score, score) });
      if (score > enough && !labelled.includes(element)) labelled.push(element);
    }
  };

  for (const { text, holder } of textsOf(root)) {
    const [, name, inline] = /^\s*([^:：]{2,12})[:：]\s*(\S.*)$/s.exec(text) ?? [];
    const field = labelledField(name ?? text);
    if (field && field !== 'other' && isVisible(holder)) {
      const element = inline ? holder : valueElement(holder);
      const value = inline ?? (element ? valueText(element) : '');
      if (field !== 'caseNumber') fields[field] ||= value;
      else if (element) count(value, isOfReferences(holder) ? 0 : 100, holder);
    }
    if (mightHoldNumber.test(text) && isVisible(holder)) count(text, plainScore(holder, text), holder);
  }

  if (isRepeated(labelled))
    for (const [key, { element }] of candidates) if (labelled.includes(element)) candidates.delete(key);
  for (const found of findCaseNumbers(document.title)) {
    const candidate = candidates.get(caseNumberKey(found));
    if (candidate) candidate.score += 20;
  }
  const needed = everywhere.size === 1 ? 30 : enough;
  const open = [...candidates.values()].filter(({ score }) => score >= needed);
  const [first] = open;
  if (!first || open.length > mostUndecided) return { caseNumbers: [], ...none };
  return {
    ...none,
    ...fields,
    caseTitle: fields.caseTitle || titleBeside(first.element),
    caseNumbers: open.map(({ canonical }) => canonical),
  };
}

const none: CaseFields = { caseTitle: '', cause: '', parties: '', stage: '', handlingJudge: '' };

/** Every text of a document, open shadow roots included, with the element that holds it. */
function* textsOf(root: Node): Generator<{ text: string; holder: Element }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.shadowRoot) yield* textsOf(node.shadowRoot);
    } else if (node.parentElement && !skipped.includes(node.parentElement.tagName)) {
      const text = node.nodeValue ?? '';
      if (text.trim()) yield { text, holder: node.parentElement };
    }
  }
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** What a number in a running text is worth; 0 where it is a way to another case or a reference. */
function plainScore(holder: Element, text: string): number {
  const before = text.slice(0, text.search(/[（(〔﹝[［【]/)).trim();
  if (holder.closest(pressed) || isRow(holder) || isNamedOtherwise(holder, before) || isOfReferences(holder)) return 0;
  if (holder.closest(heading)) return 60;
  return headingBeside(holder) ? enough : 10;
}

function isRow(element: Element): boolean {
  const row = element.closest('tr,li,[role=row],[role=listitem]');
  return row !== null && (row.childElementCount > 1 || (row.parentElement?.childElementCount ?? 0) > 1);
}

/** Whether the section of an element is about other cases or documents, by its heading. */
function isOfReferences(element: Element): boolean {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const title = at.previousElementSibling;
    if (title?.matches(`legend,${heading}`) && title.textContent.length < 16 && referenceWords.test(title.textContent))
      return true;
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

/** The words of the heading over a case number, without tags and buttons in it. */
function titleBeside(element: Element): string {
  const found = headingBeside(element);
  const own = [...(found?.childNodes ?? [])].filter((node) => node instanceof Text).map((node) => node.nodeValue);
  const text = own.join('').replace(/\s+/g, ' ').trim();
  return findCaseNumbers(text).length ? '' : text;
}

/** Whether labelled numbers stand in items of one kind, side by side: cards of a list. */
function isRepeated(elements: readonly Element[]): boolean {
  const [first, second] = elements;
  if (!first || !second) return false;
  let item = first;
  while (item.parentElement && !item.parentElement.contains(second)) item = item.parentElement;
  const other = [...(item.parentElement?.children ?? [])].find((child) => child.contains(second));
  return other !== undefined && other !== item && other.tagName === item.tagName && other.className === item.className;
}
