/** Seals the rows that a release before sealing left clear. Doing it twice changes nothing: a link tells itself by its beginning. */
import type { DBAdapter } from 'better-auth';
import { accountClasses } from './account-classes.ts';
import { type AccountSealing, linkedPrefix } from './account-sealing.ts';
import { sealFields } from './sealed-adapter.ts';

/**
 * The clear texts leave their rows; that they leave the file is the store's matter (`secure_delete`, VACUUM).
 * @param adapter better-auth's own, unwrapped
 * @returns how many rows were sealed
 */
export async function sealAccounts(adapter: DBAdapter, sealing: AccountSealing): Promise<number> {
  let sealed = 0;
  for (const [model, { linked, sealed: texts, dropped }] of Object.entries(accountClasses)) {
    const rows = await adapter.findMany<Record<string, unknown>>({ model, limit: Number.MAX_SAFE_INTEGER });
    for (const row of rows) {
      if (linked.every((field) => String(row[field] ?? linkedPrefix).startsWith(linkedPrefix))) continue;
      const clear = Object.fromEntries([...linked, ...texts, ...dropped].map((field) => [field, row[field]]));
      const where = [{ field: 'id', value: String(row.id) }];
      await adapter.update({ model, where, update: sealFields(sealing, model, clear) });
      sealed++;
    }
  }
  return sealed;
}
