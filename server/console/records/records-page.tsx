/** The recorder's own records; for a reviewer, all that the institution handles. */
import { Select } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import type { RecordSummary } from '../../../shared/record/view.ts';
import { recordStates } from '../../../shared/record/workflow.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { Page } from '../frame/page.tsx';
import { ListView } from '../list/list-view.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useFilters, usePages } from '../list/use-pages.ts';
import { useSignedIn } from '../session.ts';
import { recordWording as wording } from '../wording/records.ts';
import { recordColumns } from './record-columns.tsx';

export function RecordsPage() {
  const own = useSignedIn().role === 'recorder';
  const [{ state = '', q = '' }, change] = useFilters();
  const list = usePages<RecordSummary>('/api/records', { state, q }, 'records');
  const title = say(own ? wording.ownTitle : wording.allTitle);
  return (
    <Page title={title} lead={own && <p class="muted">{say(wording.ownLead)}</p>}>
      <search class="filters">
        <SearchField
          label={say(wording.search)}
          placeholder={say(wording.searchPlaceholder)}
          value={q}
          onSearch={(text) => change('q', text)}
        />
        <Select
          label={say(wording.state)}
          options={recordStates}
          none={say(wording.anyState)}
          value={codesOf(recordStates).find((code) => code === state) ?? ''}
          onChange={(chosen) => change('state', chosen)}
        />
      </search>
      <ListView
        caption={title}
        columns={recordColumns}
        list={list}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(wording.empty)}>{own && say(wording.ownEmptyAdvice)}</EmptyState>}
      />
    </Page>
  );
}
