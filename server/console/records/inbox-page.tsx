/** The reviewer's inbox: what was submitted and waits to be accepted. */
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import type { RecordSummary } from '../../../shared/record/view.ts';
import { Page } from '../frame/page.tsx';
import { ListView } from '../list/list-view.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useFilters, usePages } from '../list/use-pages.ts';
import { recordWording as wording } from '../wording/records.ts';
import { inboxColumns } from './record-columns.tsx';

export function InboxPage() {
  const [{ q = '' }, change] = useFilters();
  const list = usePages<RecordSummary>('/api/records', { state: 'submitted', q }, 'records');
  return (
    <Page title={say(wording.inboxTitle)} lead={<p class="muted">{say(wording.inboxLead)}</p>}>
      <search class="filters">
        <SearchField
          label={say(wording.search)}
          placeholder={say(wording.searchPlaceholder)}
          value={q}
          onSearch={(text) => change('q', text)}
        />
      </search>
      <ListView
        caption={say(wording.inboxTitle)}
        columns={inboxColumns}
        list={list}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(wording.inboxEmpty)}>{say(wording.inboxEmptyAdvice)}</EmptyState>}
      />
    </Page>
  );
}
