/** The page of a feed: year, filters, table, downloads, and the sheet of one official. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Select } from '../../../shared/interface/field.tsx';
import { formatCount } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Pager } from '../../../shared/interface/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import { codesOf, organKinds } from '../../../shared/vocabulary.ts';
import { address, problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { thisYear, YearField } from '../frame/year-field.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useFilters } from '../list/use-pages.ts';
import { feedWording as wording } from '../wording/feeds.ts';
import { FeedTable } from './feed-table.tsx';
import { chosenRows, type FeedColumn, type FeedSubject, nextOrder, type Order, orderedRows } from './order.ts';
import { useFeed } from './use-feed.ts';

const rowsOfPage = 50;

interface FeedPageProps<Row> {
  feed: string;
  title: string;
  lead: string;
  columns: readonly FeedColumn<Row>[];
  sheet: (row: Row, close: () => void) => ComponentChildren;
}

export function FeedPage<Row extends FeedSubject>({
  feed,
  title,
  lead,
  columns,
  sheet,
}: FeedPageProps<Row>): JSX.Element {
  const [filters, changeFilter] = useFilters();
  const { organKind = '', q = '', only = '' } = filters;
  const year = Number(filters.year) || thisYear();
  const answer = useFeed<Row>(feed, year);
  const [order, setOrder] = useState<Order>({ key: 'released', descending: true });
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<Row | null>(null);
  const change = (name: string, value: string) => {
    setPage(1);
    changeFilter(name, value);
  };

  const chosen = chosenRows(answer.data ?? [], { organKind, q, onlyReleased: only === 'released' });
  const ordered = orderedRows(chosen, columnsWithName(columns), order);
  const shown = ordered.slice((page - 1) * rowsOfPage, page * rowsOfPage);
  const concerned = chosen.filter(({ releasedMatters }) => releasedMatters > 0).length;
  const download = (suffix: string) => address(`/feeds/${feed}.${suffix}`, { year, organKind, q, only });

  return (
    <Page
      title={title}
      lead={<p class="muted">{lead}</p>}
      actions={
        <>
          <a class="button" href={download('xlsx')} download>
            {say(wording.downloadXlsx)}
          </a>
          <a class="button" href={download('csv')} download>
            {say(wording.downloadCsv)}
          </a>
        </>
      }
    >
      <search class="filters">
        <YearField year={year} years={5} onChange={(chosenYear) => change('year', chosenYear)} />
        <Select
          label={say(wording.organKind)}
          options={organKinds}
          none={say(wording.anyOrganKind)}
          value={codesOf(organKinds).find((code) => code === organKind) ?? ''}
          onChange={(code) => change('organKind', code)}
        />
        <SearchField
          label={say(wording.search)}
          placeholder={say(wording.searchPlaceholder)}
          value={q}
          onSearch={(text) => change('q', text)}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={only === 'released'}
            onChange={(event) => change('only', event.currentTarget.checked ? 'released' : '')}
          />
          {say(wording.onlyReleased)}
        </label>
      </search>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState problem={problemOf(answer.error)} onRetry={() => answer.refetch()} />}
      {answer.data && shown.length === 0 && (
        <div class="sheet">
          <EmptyState title={say(wording.empty)}>{say(wording.emptyAdvice)}</EmptyState>
        </div>
      )}
      {shown.length > 0 && (
        <div class="list">
          <p class="muted" role="status">
            {say(wording.total, { officials: formatCount(chosen.length), concerned: formatCount(concerned) })}
          </p>
          <FeedTable
            caption={say(wording.table, { title, year })}
            rows={shown}
            columns={columns}
            order={order}
            onOrder={(key, isFigure) => {
              setOrder(nextOrder(order, key, isFigure));
              setPage(1);
            }}
            onOpen={setOpened}
          />
          <Pager
            page={page}
            count={shown.length}
            onPrevious={page > 1 ? () => setPage(page - 1) : null}
            onNext={page * rowsOfPage < ordered.length ? () => setPage(page + 1) : null}
          />
        </div>
      )}
      {opened && sheet(opened, () => setOpened(null))}
    </Page>
  );
}

const columnsWithName = <Row extends FeedSubject>(columns: readonly FeedColumn<Row>[]): readonly FeedColumn<Row>[] => [
  { key: 'name', heading: wording.name, value: ({ name }) => name },
  ...columns,
];
