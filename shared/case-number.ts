/**
 * Case numbers (案号): finding them in a text, taking exactly one, comparing two. The grammar stands in `case-number/`.
 *
 * Who shows a court's name hands in the court table: `findCaseNumbers(text, { courtName: courtNameByCode })` with
 * `shared/court/courts.ts`. The detector, which must stay small, imports `locateCaseNumbers` from
 * `shared/case-number/grammar.ts`: the same grammar without any table.
 */
import { CaseNumberError } from './case-number/error.ts';
import { type CaseNumber, type CaseNumberOptions, findCaseNumbers } from './case-number/find.ts';

export { CaseNumberError } from './case-number/error.ts';
export { type CaseNumber, type CaseNumberOptions, findCaseNumbers } from './case-number/find.ts';

/**
 * Takes a text that is one case number and nothing else but blanks round it.
 * @throws {CaseNumberError} when there is none, more than one, or other text beside it
 * @example parseCaseNumber('(2020)内0105民初1513号').canonical // （2020）内0105民初1513号
 */
export function parseCaseNumber(text: string, options?: CaseNumberOptions): CaseNumber {
  const [only, second] = findCaseNumbers(text, options);
  if (!only) throw new CaseNumberError('none');
  if (second) throw new CaseNumberError('several');
  if (text.slice(0, only.start).trim() || text.slice(only.end).trim()) throw new CaseNumberError('surrounded');
  return only;
}

/** The canonical form of a text that is one case number, or undefined where `parseCaseNumber` would throw. */
export function canonicalCaseNumber(text: string): string | undefined {
  try {
    return parseCaseNumber(text).canonical;
  } catch (error) {
    if (error instanceof CaseNumberError) return undefined;
    throw error;
  }
}

/**
 * The key under which two ways of writing one case meet: the canonical form without the serial's leading noughts, so
 * that （2024）津0225民初00001号 is （2024）津0225民初1号.
 */
export function caseNumberKey({ canonical, serial }: CaseNumber): string {
  const figures = serial.replace(/^(Z?)0+(?=\d)/, '$1');
  return `${canonical.slice(0, canonical.length - serial.length - 1)}${figures}号`;
}

/** Whether two texts, each of them one case number, name the same case. */
export function caseNumbersEqual(one: string, other: string): boolean {
  const [a, b] = [canonicalCaseNumber(one), canonicalCaseNumber(other)];
  return a !== undefined && b !== undefined && caseNumberKey(parseCaseNumber(a)) === caseNumberKey(parseCaseNumber(b));
}
