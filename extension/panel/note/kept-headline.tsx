/** The first thing that the judge sees, and hears, after the click: that it is safe, and for which case. */
import { say } from '../../../shared/interface/language.ts';
import type { Note } from '../../outbox/note.ts';
import { standingNumber } from './case-headline.tsx';
import { noteWording as wording } from './wording.ts';

export function KeptHeadline({ note }: { readonly note: Note }) {
  const { capture, draft } = note;
  const number = standingNumber({ confirmed: draft.caseNumber, candidates: capture.caseNumbers });
  const spoken = number || say(number === undefined ? wording.undecidedNumber : wording.noNumber);
  return (
    <>
      <h1 class="kept">
        <span class="kept-mark" aria-hidden="true">
          ✓
        </span>
        {say(wording.kept)}
      </h1>
      <p class="visually-hidden" aria-live="polite">
        {say(wording.keptAnnouncement, { caseNumber: spoken })}
      </p>
    </>
  );
}
