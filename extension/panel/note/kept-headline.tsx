/** The first thing that the judge sees, and hears, after the click: that it is safe, and for which case. */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import type { Note } from '../../outbox/note.ts';
import { standingNumber } from './case-headline.tsx';
import { noteWording as wording } from './wording.ts';

export function KeptHeadline({ note }: { readonly note: Note }) {
  return (
    <>
      <h1 class="kept">
        <span class="kept-mark" aria-hidden="true">
          ✓
        </span>
        {say(wording.kept)}
      </h1>
      <KeptAnnouncement note={note} />
    </>
  );
}

/** Screen readers speak what changes in a region that was there before: the words come a moment after it. */
const moment = 150;

function KeptAnnouncement({ note }: { readonly note: Note }) {
  const [spoken, setSpoken] = useState('');
  const { captureId, capture, sendAfter } = note;
  useEffect(() => {
    const left = sendAfter - Date.now();
    if (left <= moment) return;
    const number = standingNumber({ confirmed: undefined, candidates: capture.caseNumbers });
    const caseNumber = number || say(number === undefined ? wording.undecidedNumber : wording.noNumber);
    const speaking = setTimeout(() => setSpoken(say(wording.keptAnnouncement, { caseNumber })), moment);
    const ceasing = setTimeout(() => setSpoken(''), left);
    return () => {
      clearTimeout(speaking);
      clearTimeout(ceasing);
      setSpoken('');
    };
  }, [captureId, capture.caseNumbers, sendAfter]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  );
}
