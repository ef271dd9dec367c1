/** One quarter as a table, with what the shown rows add up to. */
import { formatCount } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { type Quarter, quarters } from '../../../shared/statistics/quarter.ts';
import type { RecordingInstitutionRow } from '../../../shared/statistics/recording-institutions.ts';
import { few, totalShown } from '../../../shared/statistics/suppress.ts';
import { institutionKinds, levels } from '../../../shared/vocabulary.ts';
import type { Column } from '../list/list-view.tsx';
import { statisticsWording as wording } from '../wording/statistics.ts';

const shown = (count: number | null) => (count === null ? few : formatCount(count));

const columns: readonly Column<RecordingInstitutionRow>[] = [
  { heading: wording.institution, kind: 'main', of: ({ institutionName }) => institutionName },
  { heading: wording.kind, of: ({ institutionKind }) => say(institutionKinds[institutionKind]) },
  { heading: wording.level, of: ({ level }) => say(levels[level]) },
  { heading: wording.records, kind: 'number', of: ({ records }) => shown(records) },
  { heading: wording.recorders, kind: 'number', of: ({ recorders }) => shown(recorders) },
];

interface QuarterTableProps {
  year: number;
  quarter: Quarter;
  rows: readonly RecordingInstitutionRow[];
}

/** The institutions with figures, the most records first; those with the sign follow, folded: they are many and alike. */
export function QuarterTable({ year, quarter, rows }: QuarterTableProps) {
  const named = { year, quarter: say(quarters[quarter]) };
  const { records, recorders, hidden } = totalShown(rows);
  const withFigures = rows.filter((row) => row.records !== null);
  withFigures.sort((one, other) => (other.records ?? 0) - (one.records ?? 0));
  return (
    <section class="list">
      <h2>{say(wording.quarterHeading, named)}</h2>
      <p class="muted">
        {say(wording.total, {
          shown: withFigures.length,
          records: formatCount(records),
          recorders: formatCount(recorders),
        })}
      </p>
      {withFigures.length > 0 && <Rows caption={say(wording.table, named)} rows={withFigures} />}
      {hidden > 0 && (
        <details>
          <summary>{say(wording.few, { few, hidden })}</summary>
          <Rows caption={say(wording.few, { few, hidden })} rows={rows.filter((row) => row.records === null)} />
        </details>
      )}
    </section>
  );
}

function Rows({ caption, rows }: { caption: string; rows: readonly RecordingInstitutionRow[] }) {
  return (
    <table class="table table-cards">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading, kind }) => (
            <th key={heading.zh} scope="col" data-kind={kind}>
              {say(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.institutionId}>
            {columns.map(({ heading, kind, of }) => (
              <td key={heading.zh} data-kind={kind} data-heading={say(heading)}>
                {of(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
