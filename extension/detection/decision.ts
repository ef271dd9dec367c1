/**
 * Decides which case is open in a document, from what its frame has read. Places count:
 *
 *   labelled 100 · heading 60 · beside a heading 50 · plain 10 · elsewhere 0, and 20 where the page's title says the same
 *
 * The title alone is nothing: platforms forget to change it from one case to the next. Fifty points make a case, thirty do
 * where the page holds no other number. Two or three cases are undecided and all told; more are a list.
 */
import { caseNumberKey, findCaseNumbers } from '../../shared/case-number.ts';
import type { CaseFields, CaseReading, PageEvidence, Place } from './snapshot.ts';

const scores: Readonly<Record<Place, number>> = { labelled: 100, heading: 60, beside: 50, plain: 10, elsewhere: 0 };
const scoreOfTitle = 20;
const enough = 50;
const enoughAlone = 30;
const mostUndecided = 3;

const noFields: CaseFields = { caseTitle: '', cause: '', parties: '', stage: '', handlingJudge: '' };

interface Candidate {
  readonly canonical: string;
  readonly score: number;
  readonly heading: string;
}

/** The open case of a document: `caseNumbers` has one when certain, several while undecided, none where no case is open. */
export function decide({ evidence, fields, pageTitle }: PageEvidence): CaseReading {
  const candidates = new Map<string, Candidate>();
  for (const { text, place, heading } of evidence) {
    for (const number of findCaseNumbers(text)) {
      const key = caseNumberKey(number);
      const known = candidates.get(key);
      const score = scores[place];
      if (!known || known.score < score) candidates.set(key, { canonical: number.canonical, score, heading });
    }
  }
  const titled = new Set(findCaseNumbers(pageTitle).map(caseNumberKey));
  const needed = candidates.size === 1 ? enoughAlone : enough;
  const open = [...candidates]
    .filter(([key, { score }]) => score > 0 && score + (titled.has(key) ? scoreOfTitle : 0) >= needed)
    .map(([, candidate]) => candidate);
  const [first] = open;
  if (!first || open.length > mostUndecided) return { ...noFields, caseNumbers: [] };
  const heading = findCaseNumbers(first.heading).length === 0 ? first.heading : '';
  return {
    ...noFields,
    ...fields,
    caseTitle: fields.caseTitle || heading,
    caseNumbers: open.map(({ canonical }) => canonical),
  };
}
