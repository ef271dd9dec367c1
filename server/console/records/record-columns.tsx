/** The columns of lists of records. */
import { Link } from 'wouter-preact';
import { CaseNumber } from '../../../shared/interface/case-number.tsx';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { RecordStateTag, Tag } from '../../../shared/interface/tag.tsx';
import type { RecordSummary } from '../../../shared/record/view.ts';
import type { Column } from '../list/list-view.tsx';
import { recordWording as wording } from '../wording/records.ts';

const caseNumber: Column<RecordSummary> = {
  heading: wording.caseNumber,
  kind: 'main',
  of: ({ caseNumbers }) => <CaseNumbers caseNumbers={caseNumbers} />,
};

const kept: readonly Column<RecordSummary>[] = [
  caseNumber,
  {
    heading: wording.caseTitle,
    of: ({ id, caseTitle, caseNumbers }) => {
      const name = caseTitle || caseNumbers[0] || say(wording.noCaseNumber);
      return (
        <Link href={`/records/${id}`} aria-label={say(wording.openRecord, { name })}>
          {caseTitle || say(wording.open)}
        </Link>
      );
    },
  },
  { heading: wording.actor, of: ({ actorName }) => actorName || <span class="muted">—</span> },
  { heading: wording.capturedAt, kind: 'moment', of: ({ capturedAt }) => formatDate(capturedAt) },
];

export const recordColumns: readonly Column<RecordSummary>[] = [
  ...kept,
  { heading: wording.state, of: ({ state }) => <RecordStateTag state={state} /> },
];

/** In the inbox every record is in the same state; when it arrived says how long it waits. */
export const inboxColumns: readonly Column<RecordSummary>[] = [
  ...kept,
  { heading: wording.receivedAt, kind: 'moment', of: ({ receivedAt }) => formatDate(receivedAt) },
];

/** Case numbers of a record: none, one, or several among which nobody has decided yet (rule 2). */
export function CaseNumbers(props: {
  caseNumbers: readonly string[];
  large?: boolean;
  /** Several numbers are several cases, as in a matter made of several records. */
  decided?: boolean;
}) {
  const { caseNumbers, large, decided } = props;
  if (caseNumbers.length === 0) return <span class="muted">{say(wording.noCaseNumber)}</span>;
  return (
    <span class="case-numbers">
      {caseNumbers.map((value) => (
        <CaseNumber key={value} value={value} large={large} />
      ))}
      {!decided && caseNumbers.length > 1 && <Tag tone="attention">{say(wording.undecided)}</Tag>}
    </span>
  );
}
