/** For the administrator: the accounts, and nothing of any record. */
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import { type Role, roles } from '../../../shared/vocabulary.ts';
import { Page } from '../frame/page.tsx';
import { type Column, ListView } from '../list/list-view.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useFilters, usePages } from '../list/use-pages.ts';
import { accountWording as wording } from '../wording/access.ts';

interface Account {
  id: string;
  username: string;
  name: string;
  role: Role;
  institutionName: string;
}

const columns: readonly Column<Account>[] = [
  { heading: wording.username, kind: 'main', of: ({ username }) => username },
  { heading: wording.name, of: ({ name }) => name },
  { heading: wording.role, of: ({ role }) => say(roles[role]) },
  { heading: wording.institution, of: ({ institutionName }) => institutionName },
];

export function AccountsPage() {
  const [{ q = '' }, change] = useFilters();
  const list = usePages<Account>('/api/accounts', { q }, 'accounts');
  return (
    <Page title={say(wording.title)} lead={<p class="muted">{say(wording.lead)}</p>}>
      <search class="filters">
        <SearchField label={say(wording.search)} value={q} onSearch={(text) => change('q', text)} />
      </search>
      <ListView
        caption={say(wording.title)}
        columns={columns}
        list={list}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(wording.empty)} />}
      />
    </Page>
  );
}
