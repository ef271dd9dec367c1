/** The grammar's findings with what the tables know of them. */
import { type LocatedCaseNumber, locateCaseNumbers } from './grammar.ts';
import { caseTypes } from './types.ts';

/** A case number as it stands in a text, and whether its codes are known ones. */
export interface CaseNumber extends LocatedCaseNumber {
  readonly courtName?: string;
  /** Whether the court table that was handed in knows `courtCode`; absent when none was, and for other kinds than `court`. */
  readonly courtKnown?: boolean;
  /** Whether `typeCode` is one of the 131 of the standard; absent for other kinds than `court`. */
  readonly typeKnown?: boolean;
}

export interface CaseNumberOptions {
  /** A court's name by its code; see `courtNameByCode` in `shared/court/courts.ts`. */
  readonly courtName?: (code: string) => string | undefined;
}

/**
 * Every case number in `text`, in order. An unknown court or type is marked, never refused: codes change.
 * Takes time in proportion to the text's length, whatever it holds.
 * @example findCaseNumbers('案号：(2020)内0105民初1513号', { courtName: courtNameByCode })
 */
export function findCaseNumbers(text: string, { courtName }: CaseNumberOptions = {}): CaseNumber[] {
  return locateCaseNumbers(text).map((located) => {
    if (located.kind !== 'court') return located;
    const typeKnown = caseTypes.has(located.typeCode);
    if (!courtName || !located.courtCode) return { ...located, typeKnown };
    const name = courtName(located.courtCode);
    return { ...located, courtName: name, courtKnown: name !== undefined, typeKnown };
  });
}
