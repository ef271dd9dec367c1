/** Matters that the viewer's institution handles, received, or was copied. */
import { Select } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import type { MatterSummary } from '../../../shared/matter/view.ts';
import { matterStates } from '../../../shared/matter/workflow.ts';
import { codesOf, type Role, type Term } from '../../../shared/vocabulary.ts';
import { Page } from '../frame/page.tsx';
import { ListView } from '../list/list-view.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useFilters, usePages } from '../list/use-pages.ts';
import { useSignedIn } from '../session.ts';
import { matterWording as wording } from '../wording/matters.ts';
import { matterColumns, ownMatterColumns } from './matter-columns.tsx';

const leads: Partial<Record<Role, Term>> = {
  reviewer: wording.leadReviewer,
  committee: wording.leadCommittee,
  discipline: wording.leadDiscipline,
};

export function MattersPage() {
  const { role } = useSignedIn();
  const lead = leads[role];
  const [{ state = '', q = '' }, change] = useFilters();
  const list = usePages<MatterSummary>('/api/matters', { state, q }, 'matters');
  return (
    <Page title={say(wording.title)} lead={lead && <p class="muted">{say(lead)}</p>}>
      <search class="filters">
        <SearchField
          label={say(wording.search)}
          placeholder={say(wording.searchPlaceholder)}
          value={q}
          onSearch={(text) => change('q', text)}
        />
        <Select
          label={say(wording.state)}
          options={matterStates}
          none={say(wording.anyState)}
          value={codesOf(matterStates).find((code) => code === state) ?? ''}
          onChange={(chosen) => change('state', chosen)}
        />
      </search>
      <ListView
        caption={say(wording.title)}
        columns={role === 'reviewer' ? ownMatterColumns : matterColumns}
        list={list}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(wording.empty)} />}
      />
    </Page>
  );
}
