/** 年度对照检查: the leader answers, submits, and takes the statement along (Art. 12). */
import { useState } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import { ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import type { SelfCheckView } from '../../../shared/self-check/self-check.ts';
import { problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { thisYear, YearField } from '../frame/year-field.tsx';
import { useFilters } from '../list/use-pages.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import { Answering } from './answering.tsx';
import { Submitted } from './submitted.tsx';
import { useSelfCheck } from './use-self-check.ts';

export function SelfCheckPage() {
  const [filters, change] = useFilters();
  const year = Number(filters.year) || thisYear();
  const selfCheck = useSelfCheck(year);
  return (
    <Page
      title={say(wording.title)}
      lead={<p class="muted">{say(wording.lead)}</p>}
      actions={<YearField year={year} years={3} labelHidden onChange={(chosen) => change('year', chosen)} />}
    >
      {selfCheck.isPending && <LoadingState />}
      {selfCheck.isError && <ErrorState problem={problemOf(selfCheck.error)} onRetry={() => selfCheck.refetch()} />}
      {selfCheck.data && <OfYear key={year} view={selfCheck.data} />}
    </Page>
  );
}

function OfYear({ view }: { view: SelfCheckView }) {
  const [revising, setRevising] = useState(false);
  const { submission, submittedAt } = view;
  if (submission && submittedAt && !revising) {
    return (
      <Submitted view={view} submission={submission} submittedAt={submittedAt} onRevise={() => setRevising(true)} />
    );
  }
  return <Answering view={view} onSubmitted={() => setRevising(false)} />;
}
