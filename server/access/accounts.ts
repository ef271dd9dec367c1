/** The accounts as people know them. Their names are sealed: whoever needs one asks here, and searching is done in memory. */
import type { Role } from '../../shared/vocabulary.ts';
import { pageFrom, readCursor } from '../platform/page.ts';
import type { Authentication } from './authentication.ts';

interface AccountRow {
  id: string;
  username: string;
  name: string;
  role: string;
  institutionId: string;
}

/** The names of accounts by their ids; an id that is no account's (a credential's, nobody's) has none. */
export async function accountNames(
  authentication: Authentication,
  ids: Iterable<string | null>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { adapter } = await authentication.$context;
  const rows = await adapter.findMany<AccountRow>({
    model: 'user',
    where: [{ field: 'id', operator: 'in', value: wanted }],
    limit: wanted.length,
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The id of the account of a user name, null where there is none. */
export async function findAccount(authentication: Authentication, username: string): Promise<string | null> {
  const { adapter } = await authentication.$context;
  const where = [{ field: 'username', value: username.toLowerCase() }];
  const row = await adapter.findOne<AccountRow>({ model: 'user', where });
  return row?.id ?? null;
}

export interface AccountQuery {
  cursor?: string;
  limit: number;
  q?: string;
}

/** A page of accounts by user name, of those whose name, user name or institution contains `q`. */
export async function listAccounts(authentication: Authentication, { cursor, limit, q }: AccountQuery) {
  const { adapter } = await authentication.$context;
  const { db } = authentication.accounts;
  const institutions = await db.selectFrom('institution').select(['id', 'name']).execute();
  const nameOf = new Map(institutions.map(({ id, name }) => [id, name]));
  const rows = await adapter.findMany<AccountRow>({ model: 'user', limit: Number.MAX_SAFE_INTEGER });
  const wanted = (q ?? '').toLowerCase();
  const found = rows
    .map(({ id, username, name, role, institutionId }) => ({
      id,
      username,
      name,
      role: role as Role,
      institutionName: nameOf.get(institutionId) ?? '',
    }))
    .filter((account) =>
      [account.username, account.name, account.institutionName].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const after = cursor ? readCursor(cursor).join('\n') : '';
  const rest = found.filter((account) => placeOf(account) > after);
  return pageFrom(
    rest,
    limit,
    ({ username, id }) => [username, id],
    (account) => account,
  );
}

const placeOf = ({ username, id }: { username: string; id: string }) => `${username}\n${id}`;
