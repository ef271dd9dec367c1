/** One record from the click to what became of it: the same sheet for the newest note and for every older record. */
import { useState } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { Tag } from '../../../shared/interface/tag.tsx';
import type { Capture } from '../../../shared/record/capture.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import type { Note } from '../../outbox/note.ts';
import { CompletingForm } from '../completing/completing-form.tsx';
import type { Desk } from '../completing/desk.ts';
import { DetailsSummary } from '../completing/details-summary.tsx';
import { pastAnswersOf, recentCaseNumbers } from '../completing/past-answers.ts';
import { CaseChoice } from '../note/case-choice.tsx';
import { CaseFacts } from '../note/case-facts.tsx';
import { CaseHeadline } from '../note/case-headline.tsx';
import { reachOf } from '../note/delivery.ts';
import { DeliveryLine } from '../note/delivery-line.tsx';
import { ScreenshotChoice } from '../note/screenshot-choice.tsx';
import { SubmissionLine } from '../note/submission-line.tsx';
import { UndoCountdown } from '../note/undo-countdown.tsx';
import type { Surroundings } from '../surroundings.ts';
import { completable } from './completable.ts';
import { History } from './history.tsx';
import type { OwnRecord } from './own-records.ts';
import { Readings } from './readings.tsx';
import { tagOf } from './tag.ts';
import { Withdrawal } from './withdrawal.tsx';
import { recordsWording as wording } from './wording.ts';

interface RecordSheetProps {
  readonly capture: Capture;
  readonly note: Note | null;
  readonly record: RecordView | undefined;
  readonly desk: Desk;
  readonly surroundings: Surroundings;
  /** Whether it is the newest note, under its own heading. */
  readonly newest: boolean;
}

export function RecordSheet({ capture, note, record, desk, surroundings, newest }: RecordSheetProps) {
  const [numberError, setNumberError] = useState<string | undefined>();
  const { notes, accountId, signedIn, onConnect, onUndone } = surroundings;
  const open = completable(note, record?.state);
  const returned = record?.state === 'returned' && open;
  const confirmed = desk.answered.caseNumber;
  const details = record?.details ?? note?.draft;
  return (
    <article class="sheet">
      {!newest && <RecordTitle note={note} summary={record ?? null} />}
      <section class="sheet-case">
        <CaseHeadline confirmed={confirmed} candidates={capture.caseNumbers} />
        {open && (
          <CaseChoice
            candidates={capture.caseNumbers}
            confirmed={confirmed}
            recent={recentCaseNumbers(notes.filter((other) => other.captureId !== capture.captureId))}
            error={confirmed === undefined ? numberError : undefined}
            onChange={(caseNumber) => desk.save({ caseNumber })}
          />
        )}
        {note && <UndoCountdown note={note} onUndone={onUndone} />}
        <CaseFacts capture={capture} />
        {note && <ScreenshotChoice note={note} />}
      </section>
      {note && <DeliveryLine note={note} reach={reachOf(note, accountId, notes, Date.now())} onConnect={onConnect} />}
      {returned && <Notice title={say(wording.returnedTitle)}>{lastReason(record)}</Notice>}
      {note && !returned && record?.state !== 'withdrawn' && (
        <SubmissionLine note={note} signedIn={signedIn} onSignIn={onConnect} />
      )}
      {open ? (
        <CompletingForm
          capture={capture}
          desk={desk}
          past={pastAnswersOf(notes, capture.captureId)}
          again={returned}
          onCaseNumberMissing={setNumberError}
        />
      ) : (
        details?.actor && (
          <section class="sheet-part">
            <h2>{say(wording.details)}</h2>
            <DetailsSummary details={details} />
          </section>
        )
      )}
      {record && record.history.length > 1 && <History history={record.history} />}
      {record?.readings && record.readings.length > 0 && <Readings readings={record.readings} />}
      {record?.steps.includes('withdrawn') && <Withdrawal recordId={record.id} />}
    </article>
  );
}

function RecordTitle(own: Pick<OwnRecord, 'note' | 'summary'>) {
  const { term, tone } = tagOf(own);
  return (
    <h1 class="sheet-title">
      {say(wording.record)}
      <Tag tone={tone}>{say(term)}</Tag>
    </h1>
  );
}

/** The reviewer's words on what is missing. */
function lastReason(record: RecordView): string {
  return record.history.filter(({ type }) => type === 'returned').at(-1)?.reason ?? '';
}
