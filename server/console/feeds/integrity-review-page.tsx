/** 述廉评议: the yearly self-checks beside the matters released in the year. */
import type { IntegrityRow } from '../../../shared/feeds/rows.ts';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { selfCheckGroups } from '../../../shared/self-check/items.ts';
import type { Answer } from '../../../shared/self-check/self-check.ts';
import { itemTerm } from '../../../shared/self-check/sentences.ts';
import { feedWording as wording } from '../wording/feeds.ts';
import { integrityColumns } from './columns.tsx';
import { FeedPage } from './feed-page.tsx';
import { OfficialSheet } from './official-sheet.tsx';

export function IntegrityReviewPage() {
  return (
    <FeedPage<IntegrityRow>
      feed="integrity-review"
      title={say(wording.integrityTitle)}
      lead={say(wording.integrityLead)}
      columns={integrityColumns}
      sheet={(row, close) => (
        <OfficialSheet row={row} onClose={close}>
          <Declarations row={row} />
        </OfficialSheet>
      )}
    />
  );
}

const keyOf = ({ article, code, group }: Answer) => `${article} ${code} ${group}`;

function Declarations({ row }: { row: IntegrityRow }) {
  const declared = row.answers.filter(({ happened }) => happened);
  return (
    <section class="stack-small">
      <h3>{say(wording.declarations)}</h3>
      <p class="muted">
        {row.selfCheckSubmittedAt
          ? `${say(wording.submittedAt)} ${formatDate(row.selfCheckSubmittedAt)}`
          : say(wording.notSubmitted)}
      </p>
      {row.selfCheckSubmittedAt && declared.length === 0 && <p>{say(wording.noDeclarations)}</p>}
      {declared.length > 0 && (
        <ul class="declared">
          {declared.map((answer) => (
            <li key={keyOf(answer)}>
              <strong>
                {say(selfCheckGroups[answer.group])} · {say(itemTerm(answer))}
              </strong>
              <p>{answer.explanation}</p>
            </li>
          ))}
        </ul>
      )}
      {row.statement && (
        <>
          <h3>{say(wording.statement)}</h3>
          <p class="passage">{row.statement}</p>
        </>
      )}
    </section>
  );
}
