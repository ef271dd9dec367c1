/** A year of records at several institutions, week by week, and everything that HR can pull meanwhile. */
import { capture } from '../../../server/records/capture.ts';
import type { InstitutionTable } from '../../../server/store/schema.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { aCapture, institutions, openWorld, type World } from '../support/world.ts';

/** Courts under the party committee of HR, beside those of the world: a large one and small ones. */
export const courts = {
  large: '40000000-0000-4000-8000-000000000001',
  small: '40000000-0000-4000-8000-000000000002',
  busy: '40000000-0000-4000-8000-000000000003',
} as const;
export type Court = keyof typeof courts;

/** A record of one week (0–51) of 2026. */
export interface Made {
  readonly court: Court;
  /** Which of the court's people, from 0. */
  readonly recorder: number;
  readonly week: number;
}

export interface Year {
  readonly world: World;
  /** Lives a week: its records, then, in the weeks named, a release about the mayor. */
  live(week: number, made: readonly Made[], releasing: boolean): Promise<void>;
  /** Sets the clock without anything happening. */
  wait(until: string): void;
}

const weekLength = 7 * 24 * 60 * 60_000;
const begin = Date.parse('2026-01-01T02:00:00.000Z');

/** Opens a world whose clock stands at the first day of 2026. */
export async function openYear(): Promise<Year> {
  let now = new Date(begin);
  // What is released has the same ids in every world, however much is recorded beside it.
  let releasing = false;
  const next = { true: 0, false: 0 };
  const newId = () => {
    const kind = `${releasing}` as const;
    next[kind] += 1;
    return `${releasing ? 9 : 8}0000000-0000-4000-8000-${String(next[kind]).padStart(12, '0')}`;
  };
  const world = await openWorld({ clock: () => now, newId });
  const { committer } = world.platform;
  for (const [code, id] of Object.entries(courts)) {
    const body: Omit<InstitutionTable, 'id'> = {
      name: `演示法院${code}`,
      kind: 'court',
      level: 'banner',
      code,
      division: '',
      superior_id: institutions.city.id,
      committee_id: institutions.committee.id,
      party_id: institutions.party.id,
      time_zone: 'Asia/Shanghai',
      case_system_origins: '[]',
    };
    await committer.submit((work) =>
      work.append({
        institutionId: id,
        subjectKind: 'institution',
        subjectId: id,
        type: 'registered',
        actorId: null,
        body,
      }),
    );
  }
  return {
    world,
    wait(until) {
      now = new Date(until);
    },
    async live(week, made, released) {
      now = new Date(begin + week * weekLength);
      releasing = false;
      for (const { court, recorder } of made.filter((record) => record.week === week))
        await committer.submit(
          capture(aCapture(), { accountId: `${court}-${recorder}`, institutionId: courts[court] }),
        );
      if (!released) return;
      releasing = true;
      const matterId = await acceptRecord(world, await submitRecord(world));
      await walkMatter(world, matterId, [...stepsToApproval(), release]);
    },
  };
}

/** One answer as HR holds it. */
export interface Pulled {
  readonly address: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: string;
}

const feeds = ['performance-evaluation', 'integrity-review'].flatMap((feed) => [
  ...['json', 'ndjson', 'csv', 'xlsx'].map((format) => `/feeds/${feed}.${format}?year=2026`),
  ...['since=1', 'since=20', 'only=released', 'sort=organ&limit=2'].map(
    (query) => `/feeds/${feed}.json?year=2026&${query}`,
  ),
]);
const statistics = '/api/statistics/recording-institutions';

const isXlsx = (address: string) => address.includes('.xlsx');

/**
 * Everything that HR can download. Workbooks only where asked for: they say what the other formats say.
 * @param tags entity tags of earlier pulls, by address: each is asked with once more
 */
export async function pullEverything(world: World, tags: Map<string, string>, workbooks: boolean): Promise<Pulled[]> {
  const addresses = [
    ...feeds,
    statistics,
    ...['json', 'csv', 'xlsx'].map((format) => `${statistics}.${format}?year=2026`),
    ...['1', '2', '3', '4'].map((quarter) => `${statistics}?year=2026&quarter=${quarter}`),
  ].filter((address) => workbooks || !isXlsx(address));
  const cookie = await world.cookieOf('hr');
  const pulled: Pulled[] = [];
  for (const address of addresses) {
    for (const tag of [undefined, tags.get(address)]) {
      if (tag === undefined && pulled.at(-1)?.address === address) continue;
      const answer = await world.request(address, { headers: { cookie, ...(tag ? { 'if-none-match': tag } : {}) } });
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64');
      pulled.push({ address, status: answer.status, headers: [...answer.headers], bytes });
      if (!tag) tags.set(address, answer.headers.get('etag') ?? '');
    }
  }
  return pulled;
}
