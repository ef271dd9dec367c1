/** One matter: where it stands, what its records say, what was done, and the steps that its reader may take. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button } from '../../../shared/interface/button.tsx';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import { MatterStateTag } from '../../../shared/interface/tag.tsx';
import type { MatterView } from '../../../shared/matter/view.ts';
import { type MatterStep, matterTransitions } from '../../../shared/matter/workflow.ts';
import {
  capacities,
  conducts,
  determinations,
  releaseScopes,
  typicalCircumstances,
} from '../../../shared/vocabulary.ts';
import { problemOf } from '../api.ts';
import { Facts, wordsOf } from '../frame/facts.tsx';
import { Page } from '../frame/page.tsx';
import { DetailsFacts } from '../records/details-facts.tsx';
import { CaseNumbers } from '../records/record-columns.tsx';
import { useSignedIn } from '../session.ts';
import { matterWording as wording } from '../wording/matters.ts';
import { DeterminationDialog } from './determination-dialog.tsx';
import { actorsOf } from './matter-columns.tsx';
import { MatterHistory } from './matter-history.tsx';
import { PlainStepDialog } from './plain-step-dialog.tsx';
import { Progress } from './progress.tsx';
import { useMatter } from './use-matter.ts';

export function MatterPage({ matterId }: { matterId: string }) {
  const matter = useMatter(matterId);
  const above = <Link href="/matters">← {say(wording.back)}</Link>;
  if (matter.data) return <Opened matter={matter.data} above={above} />;
  return (
    <Page title={say(wording.title)} above={above}>
      {matter.isError ? (
        <ErrorState problem={problemOf(matter.error)} onRetry={() => matter.refetch()} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

function Opened({ matter, above }: { matter: MatterView; above: ComponentChildren }) {
  const [step, setStep] = useState<MatterStep | null>(null);
  const close = () => setStep(null);
  return (
    <Page
      title={actorsOf(matter)}
      lead={<MatterStateTag state={matter.state} />}
      above={above}
      actions={matter.steps.map((offered) => (
        <Button key={offered} tone={toneOf(offered, matter)} onClick={() => setStep(offered)}>
          {say(matterTransitions[offered])}
        </Button>
      ))}
    >
      <Progress state={matter.state} />
      <div class="columns">
        <div class="stack">
          <Summary matter={matter} />
          <Accounts accounts={matter.accounts} />
        </div>
        <section class="sheet">
          <h2>{say(wording.history)}</h2>
          <MatterHistory history={matter.history} />
        </section>
      </div>
      {(step === 'determined' || step === 'corrected') && (
        <DeterminationDialog matter={matter} step={step} onClose={close} />
      )}
      {step && step !== 'determined' && step !== 'corrected' && (
        <PlainStepDialog matter={matter} step={step} onClose={close} />
      )}
    </Page>
  );
}

/** The step that leads furthest along the line stands out; taking something back is marked as what it is. */
function toneOf(step: MatterStep, { steps, state }: MatterView) {
  if (step === 'retracted') return 'danger';
  const onward = steps.filter((offered) => {
    const { to } = matterTransitions[offered];
    return to !== null && to !== state && offered !== 'shelved' && offered !== 'retracted';
  });
  return step === onward[0] ? 'primary' : 'secondary';
}

function Summary({ matter }: { matter: MatterView }) {
  const { official } = matter;
  return (
    <section class="sheet">
      <h2>{say(wording.summary)}</h2>
      <Facts
        facts={[
          [wording.caseNumbers, <CaseNumbers caseNumbers={[...new Set(matter.caseNumbers)]} decided />, 'wide'],
          [wording.institution, matter.institutionName],
          [wording.committee, matter.committeeName],
          [wording.openedAt, formatDate(matter.openedAt)],
          [wording.screeningOpinion, matter.screeningOpinion && say(determinations[matter.screeningOpinion])],
          [wording.determination, matter.determination && say(determinations[matter.determination])],
          [wording.official, official && `${official.name}　${official.organ} ${official.post}`, 'wide'],
          [wording.capacity, matter.capacity && say(capacities[matter.capacity])],
          [wording.conducts, wordsOf(conducts, matter.conducts)],
          [wording.typicalCircumstances, wordsOf(typicalCircumstances, matter.typicalCircumstances)],
          [wording.typicalCase, matter.typicalCase && say(wording.typicalCaseYes)],
          [wording.releaseScope, matter.releaseScope && say(releaseScopes[matter.releaseScope])],
          [wording.releasedAt, matter.releasedAt && formatDate(matter.releasedAt)],
        ]}
      />
    </section>
  );
}

function Accounts({ accounts }: { accounts: MatterView['accounts'] }) {
  const { role } = useSignedIn();
  return (
    <section class="sheet">
      <h2>
        {say(wording.accounts)} <span class="muted aside">{say(wording.shielded)}</span>
      </h2>
      {accounts.map(({ recordId, caseTitle, cause, details }, index) => (
        <article key={recordId} class="account">
          <h3>
            {say(wording.account, { number: index + 1 })}
            {role === 'reviewer' && <Link href={`/records/${recordId}`}>{say(wording.openRecord)}</Link>}
          </h3>
          <Facts
            facts={[
              [wording.caseTitle, caseTitle],
              [wording.cause, cause],
            ]}
          />
          <DetailsFacts details={details} />
        </article>
      ))}
    </section>
  );
}
