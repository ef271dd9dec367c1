/** For which case: the number in the largest type of the panel, or that it is still open. */
import { CaseNumber } from '../../../shared/interface/case-number.tsx';
import { say } from '../../../shared/interface/language.ts';
import { noteWording as wording } from './wording.ts';

interface CaseHeadlineProps {
  /** The number that the recorder confirmed: empty where they said none, undefined while they have not said. */
  readonly confirmed: string | undefined;
  readonly candidates: readonly string[];
}

/** The number that a record stands under; undefined while several are possible, empty where there is none. */
export function standingNumber({ confirmed, candidates }: CaseHeadlineProps): string | undefined {
  if (confirmed !== undefined) return confirmed;
  return candidates.length > 1 ? undefined : (candidates[0] ?? '');
}

export function CaseHeadline(props: CaseHeadlineProps) {
  const number = standingNumber(props);
  if (number) return <CaseNumber value={number} large />;
  return <p class="case-headline-open">{say(number === undefined ? wording.undecidedNumber : wording.noNumber)}</p>;
}
