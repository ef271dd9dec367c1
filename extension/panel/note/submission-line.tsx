/** 正在报送 or 已报送, and what stands in the way. */
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import type { Note } from '../../outbox/note.ts';
import { completingWording as wording } from '../completing/wording.ts';
import { panelWording } from '../wording.ts';
import { refusedSubmission } from './delivery.ts';

interface SubmissionLineProps {
  readonly note: Note;
  /** Whether the judge's session is alive: submitting needs it, captures do not. */
  readonly signedIn: boolean;
  readonly onSignIn: () => void;
}

/** Comes into view when it changes: the button that was pressed stands far below it. */
export function SubmissionLine(props: SubmissionLineProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(props.note);
  const { submission, problem } = props.note;
  useEffect(() => {
    const { submission: before, problem: problemBefore } = shown.current;
    shown.current = props.note;
    if (before !== submission || problemBefore?.type !== problem?.type)
      place.current?.scrollIntoView({ block: 'center' });
  }, [submission, problem]);
  return (
    <div ref={place} class="submission">
      <Words {...props} />
    </div>
  );
}

function Words({ note, signedIn, onSignIn }: SubmissionLineProps) {
  const refusal = refusedSubmission(note);
  if (refusal) {
    return (
      <Notice tone="danger" title={say(wording.notSubmitted)}>
        {problemSentence(refusal)}
        {refusal.fields?.map((field) => (
          <p key={field.path}>{field.message}</p>
        ))}
      </Notice>
    );
  }
  if (note.submission === 'none') return null;
  if (note.submission === 'submitted') {
    return (
      <Notice tone="success" title={say(wording.submitted)}>
        {say(wording.submittedWhy)}
      </Notice>
    );
  }
  if (!signedIn) {
    const again = <Button onClick={onSignIn}>{say(panelWording.signInAgain)}</Button>;
    return (
      <Notice title={say(wording.submitting)} actions={again}>
        {say(wording.submittingWhenSignedIn)}
      </Notice>
    );
  }
  return <Notice title={say(wording.submitting)}>{say(wording.submittingWhy)}</Notice>;
}
