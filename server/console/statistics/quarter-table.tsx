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

export function QuarterTable({ year, quarter, rows }: QuarterTableProps) {
  const named = { year, quarter: say(quarters[quarter]) };
  const { records, recorders, hidden } = totalShown(rows);
  return (
    <section class="list">
      <h2>{say(wording.quarterHeading, named)}</h2>
      <p class="muted">
        {say(wording.total, { records: formatCount(records), recorders: formatCount(recorders), hidden, few })}
      </p>
      <table class="table table-cards">
        <caption class="visually-hidden">{say(wording.table, named)}</caption>
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
    </section>
  );
}
