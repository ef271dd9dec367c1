/** The head of a step: which of the three, and what it is about. */
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import { enrolWording } from '../wording/second-factor.ts';

/** @param focused whether the reader is led here: where no field takes the cursor */
export function StepHead({ step, term, focused }: { step: 1 | 2 | 3; term: Term; focused?: boolean }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) head.current?.focus();
  }, [focused]);
  return (
    <div>
      <p class="muted small">{say(enrolWording.step, { step: String(step) })}</p>
      <h2 ref={head} tabIndex={-1}>
        {say(term)}
      </h2>
    </div>
  );
}
