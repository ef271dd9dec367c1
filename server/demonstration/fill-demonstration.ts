/**
 * Fills an empty store with two years of an invented practice in real institutions, by the same commands as real use: what
 * a demonstration shows has gone through the committer, the workflow and the permissions.
 */
import type { Platform } from '../platform/platform.ts';
import { demonstrationAccounts, demonstrationPassword, openAccounts } from './accounts.ts';
import { Calendar, daysAfter, midnightOf, yearsAfter } from './calendar.ts';
import { casePage } from './case-page.ts';
import { demonstrationCaseSystems } from './case-systems.ts';
import { Course } from './course.ts';
import { doDeeds } from './deed.ts';
import { directoryDeeds } from './directory.ts';
import { Institutions } from './institutions.ts';
import { demonstrationOfficials } from './officials.ts';
import { Seed } from './seed.ts';
import { furtherLeaders, selfCheckDeeds } from './self-checks.ts';
import { demonstrationStaff } from './staff.ts';
import { Stories } from './stories.ts';
import type { Story } from './story.ts';
import { responsibleAmong, storyDeeds } from './story-deeds.ts';

/** What the address bar of a recorder's case system shows. */
const demonstrationCaseSystem = 'http://127.0.0.1:8788/';

export interface FillOptions {
  /** The same seed gives the same data. */
  seed?: number;
  /** The last day, such as 2026-11-15; the records begin two years before. */
  until?: string;
  /** About how many records there shall be. */
  records?: number;
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
  const {
    until = '2026-11-15',
    records = 3000,
    caseSystemOrigins = [demonstrationCaseSystems],
    onProgress = () => {},
  } = options;
  const seed = new Seed(`liuhen-demonstration-${options.seed ?? 1}`);
  const since = yearsAfter(until, -2);
  const institutions = new Institutions(seed, caseSystemOrigins);
  const officials = demonstrationOfficials(seed, institutions, since, until);
  const accounts = await openAccounts(platform, seed, [
    ...demonstrationStaff(seed, institutions),
    ...furtherLeaders(officials, institutions, until),
  ]);
  const calendar = new Calendar(since, until);
  const setting = { institutions, officials, accounts, calendar, caseSystem: demonstrationCaseSystem };
  const course = new Course(seed.branch('course'), calendar);
  const responsible = responsibleAmong(accounts.values());
  const stories = new Stories(seed, setting).all(records);
  const end = midnightOf(daysAfter(until, 1));
  const deeds = [
    ...directoryDeeds(institutions, officials, since),
    ...stories.flatMap((story) => storyDeeds(course, story, responsible)),
    ...selfCheckDeeds(seed, accounts, calendar, until),
  ].filter(({ at }) => at < end);
  await doDeeds(platform, seed, deeds, onProgress);
  await keepScreenshots(platform, stories);
  return { password: demonstrationPassword, accounts: demonstrationAccounts };
}

/** The keys of the files are those of their records, which the deeds have made; nobody uses a store that is being filled. */
async function keepScreenshots({ db, blobs, fileKeyOf }: Platform, stories: readonly Story[]): Promise<void> {
  // A story that begins after the last day has no record.
  const kept = new Set((await db.selectFrom('record').select('id').execute()).map(({ id }) => id));
  for (const { recordId, details } of stories) {
    if (!kept.has(recordId)) continue;
    const key = await fileKeyOf(recordId);
    for (const { evidenceId } of details.evidence) await blobs.write(key, recordId, evidenceId, [casePage]);
  }
}
