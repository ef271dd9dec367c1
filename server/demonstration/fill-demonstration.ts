/**
 * Fills an empty store with two years of an invented practice in real institutions, by the same commands as real use: what
 * a demonstration shows has gone through the committer, the workflow and the permissions.
 */
import type { Platform } from '../platform/platform.ts';
import { demonstrationAccounts, demonstrationPassword, openAccounts } from './accounts.ts';
import { yearsAfter } from './calendar.ts';
import { demonstrationCaseSystems } from './case-systems.ts';
import { doDeeds } from './deed.ts';
import { directoryDeeds } from './directory.ts';
import { Institutions } from './institutions.ts';
import { demonstrationOfficials } from './officials.ts';
import { Seed } from './seed.ts';
import { demonstrationStaff } from './staff.ts';

export interface FillOptions {
  /** The same seed gives the same data. */
  seed?: number;
  /** The last day, such as 2026-11-15; the records begin two years before. */
  until?: string;
  /** Match patterns of the case systems, such as http://127.0.0.1/*. */
  caseSystemOrigins?: readonly string[];
  onProgress?: (done: number, total: number) => void;
}

/** Who can sign in afterwards, and with which password. */
export interface DemonstrationAccounts {
  readonly password: string;
  readonly accounts: typeof demonstrationAccounts;
}

/**
 * Fills the store.
 * @param platform over an empty store
 * @throws {Error} where a command fails, as in a store that is not empty
 */
export async function fillDemonstration(platform: Platform, options: FillOptions = {}): Promise<DemonstrationAccounts> {
  const { until = '2026-11-15', caseSystemOrigins = [demonstrationCaseSystems], onProgress = () => {} } = options;
  const seed = new Seed(`liuhen-demonstration-${options.seed ?? 1}`);
  const since = yearsAfter(until, -2);
  const institutions = new Institutions(seed, caseSystemOrigins);
  const officials = demonstrationOfficials(seed, institutions, since, until);
  await openAccounts(platform, seed, demonstrationStaff(seed, institutions));
  await doDeeds(platform, seed, directoryDeeds(institutions, officials, since), onProgress);
  return { password: demonstrationPassword, accounts: demonstrationAccounts };
}
