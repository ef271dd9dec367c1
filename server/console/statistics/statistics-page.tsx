/** 记录统计: what the institutions under the party committee received, quarter by quarter; few shows as one sign. */
import { useQuery } from '@tanstack/preact-query';
import { Select } from '../../../shared/interface/field.tsx';
import { dayOf, formatDay } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import { newestPublished, quarters } from '../../../shared/statistics/quarter.ts';
import type { RecordingInstitutions } from '../../../shared/statistics/recording-institutions.ts';
import { few, least } from '../../../shared/statistics/suppress.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { address, call, problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { YearField } from '../frame/year-field.tsx';
import { useFilters } from '../list/use-pages.ts';
import { feedWording } from '../wording/feeds.ts';
import { statisticsWording as wording } from '../wording/statistics.ts';
import { QuarterTable } from './quarter-table.tsx';

const route = '/api/statistics/recording-institutions';

export function StatisticsPage() {
  const [filters, change] = useFilters();
  const quarter = codesOf(quarters).find((code) => code === filters.quarter) ?? '';
  const year = Number(filters.year) || newestPublished(dayOf(Date.now())).year;
  const answer = useQuery({
    queryKey: ['statistics', year, quarter],
    queryFn: ({ signal }) => call<RecordingInstitutions>(address(route, { year, quarter }), { signal }),
  });
  const download = (suffix: string) => address(`${route}.${suffix}`, { year, quarter });
  const { rows = [], unpublished = [] } = answer.data ?? {};
  // The newest first: that is what HR comes for.
  const published = codesOf(quarters)
    .filter((code) => rows.some((row) => row.quarter === code))
    .reverse();
  return (
    <Page
      title={say(wording.title)}
      lead={<p class="muted">{say(wording.lead)}</p>}
      actions={
        <>
          <a class="button" href={download('xlsx')} download>
            {say(feedWording.downloadXlsx)}
          </a>
          <a class="button" href={download('csv')} download>
            {say(feedWording.downloadCsv)}
          </a>
        </>
      }
    >
      <search class="filters">
        <YearField year={year} years={5} onChange={(chosen) => change('year', chosen)} />
        <Select
          label={say(wording.quarter)}
          options={quarters}
          none={say(wording.anyQuarter)}
          value={quarter}
          onChange={(code) => change('quarter', code)}
        />
      </search>
      <p class="muted">{say(wording.shielding, { least, few })}</p>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState problem={problemOf(answer.error)} onRetry={() => answer.refetch()} />}
      {published.map((code) => (
        <QuarterTable key={code} year={year} quarter={code} rows={rows.filter((row) => row.quarter === code)} />
      ))}
      {answer.data && published.length === 0 && (
        <div class="sheet">
          <EmptyState title={say(unpublished.length > 0 ? wording.empty : wording.noOrgans)} />
        </div>
      )}
      {unpublished.length > 0 && (
        <p class="muted">
          {unpublished
            .map((coming) =>
              say(wording.unpublished, {
                quarter: say(quarters[coming.quarter]),
                day: formatDay(coming.publishedOn),
              }),
            )
            .join(say(wording.listSeparator))}
        </p>
      )}
    </Page>
  );
}
