/** One record: what was kept, what the recorder added, its history, and the steps that its reader may take. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import { RecordStateTag } from '../../../shared/interface/tag.tsx';
import type { RecordView } from '../../../shared/record/view.ts';
import { type RecordStep, recordTransitions } from '../../../shared/record/workflow.ts';
import { problemOf } from '../api.ts';
import { History } from '../frame/history.tsx';
import { Page } from '../frame/page.tsx';
import { useSignedIn } from '../session.ts';
import { recordWording as wording } from '../wording/records.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { CaptureFacts } from './capture-facts.tsx';
import { DetailsFacts } from './details-facts.tsx';
import { Evidence } from './evidence.tsx';
import { Readings } from './readings.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { CaseNumbers } from './record-columns.tsx';
import { useRecord } from './use-record.ts';

/** Steps that are taken here; 报送 is the side panel's, which holds the draft. */
const stepsHere: readonly RecordStep[] = ['accepted', 'returned', 'withdrawn'];

export function RecordPage({ recordId }: { recordId: string }) {
  const record = useRecord(recordId);
  const inbox = useSignedIn().role === 'reviewer' && record.data?.state === 'submitted';
  const above = (
    <Link href={inbox ? '/inbox' : '/records'}>← {say(inbox ? wording.backToInbox : wording.backToRecords)}</Link>
  );
  if (record.data) return <Opened record={record.data} above={above} />;
  return (
    <Page title={say(wording.recordTitle)} above={above}>
      {record.isError ? (
        <ErrorState problem={problemOf(record.error)} onRetry={() => record.refetch()} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

function Opened({ record, above }: { record: RecordView; above: ComponentChildren }) {
  const [step, setStep] = useState<RecordStep | null>(null);
  const close = () => setStep(null);
  return (
    <Page
      title={record.caseTitle || say(wording.recordTitle)}
      lead={<RecordStateTag state={record.state} />}
      above={above}
      actions={stepsHere
        .filter((offered) => record.steps.includes(offered))
        .map((offered) => (
          <Button
            key={offered}
            tone={offered === 'accepted' ? 'primary' : 'secondary'}
            onClick={() => setStep(offered)}
          >
            {say(recordTransitions[offered])}
          </Button>
        ))}
    >
      <Advice record={record} />
      <div class="case-head">
        <CaseNumbers caseNumbers={record.caseNumbers} large />
      </div>
      <div class="columns">
        <div class="stack">
          <section class="sheet">
            <h2>{say(wording.details)}</h2>
            {record.details ? <DetailsFacts details={record.details} /> : <p>{say(wording.detailsMissing)}</p>}
          </section>
          <section class="sheet">
            <h2>{say(wording.capture)}</h2>
            <CaptureFacts record={record} />
          </section>
          {record.details && (
            <section class="sheet">
              <h2>{say(wording.evidence)}</h2>
              <Evidence recordId={record.id} evidence={record.details.evidence} />
            </section>
          )}
        </div>
        <div class="stack">
          <section class="sheet">
            <h2>{say(wording.history)}</h2>
            <History entries={record.history.map(historyEntry)} />
          </section>
          {record.readings && (
            <section class="sheet">
              <h2>{say(wording.readings)}</h2>
              <Readings readings={record.readings} />
            </section>
          )}
        </div>
      </div>
      {step === 'accepted' && <AcceptDialog record={record} onClose={close} />}
      {(step === 'returned' || step === 'withdrawn') && (
        <ReasonDialog recordId={record.id} step={step} onClose={close} />
      )}
    </Page>
  );
}

const isStep = (type: string): type is RecordStep => Object.hasOwn(recordTransitions, type);

function historyEntry({ type, at, reason }: RecordView['history'][number]) {
  const beginning = type === 'evidence-added' ? wording.evidenceAdded : wording.captured;
  return { at, title: say(isStep(type) ? recordTransitions[type] : beginning), content: reason };
}

/** What the reader does next, where that is not done on this page. */
function Advice({ record }: { record: RecordView }) {
  const { role } = useSignedIn();
  if (record.matterId && role === 'reviewer') {
    return (
      <Notice tone="success" title={say(wording.accepted)}>
        {say(wording.acceptedAdvice)} <Link href={`/matters/${record.matterId}`}>{say(wording.openMatter)}</Link>
      </Notice>
    );
  }
  if (record.state !== 'returned' || !record.steps.includes('submitted')) return null;
  const reason = record.history.findLast(({ type }) => type === 'returned')?.reason ?? '';
  return <Notice title={say(wording.returnedFor, { reason })}>{say(wording.submitInPanel)}</Notice>;
}
