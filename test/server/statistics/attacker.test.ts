/**
 * HR pulls everything that it can download, every week of a year, keeps it all and joins it. What must not come out: a count
 * behind the sign, who recorded, or which week somebody recorded in.
 */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordingInstitutionRow } from '../../../shared/statistics/recording-institutions.ts';
import { type Court, courts, type Made, openYear, type Pulled, pullEverything } from './year.ts';

// Sessions and zip files read this clock; the platform has its own, which runs through the year.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T02:00:00.000Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const weeks = Array.from({ length: 56 }, (_, week) => week);
const releasing = new Set([8, 21, 22, 35]);
const quarterOf = (week: number) => Math.floor(week / 13);

/** The large court: in each quarter at least five people with at least five records. */
const large: Made[] = weeks.slice(0, 52).map((week) => ({ court: 'large', recorder: (week * 7) % 6, week }));

/** A quarter of a small court: up to four records of anybody, or any number by up to four people. */
const smallQuarter = (court: Court, quarter: number): fc.Arbitrary<Made[]> => {
  const made = (recorders: number) =>
    fc.record({
      court: fc.constant(court),
      recorder: fc.nat({ max: recorders - 1 }),
      week: fc.integer({ min: quarter * 13 + 1, max: quarter * 13 + 11 }),
    });
  return court === 'small' ? fc.array(made(9), { maxLength: 4 }) : fc.array(made(4), { maxLength: 12 });
};
const smallYear: fc.Arbitrary<Made[]> = fc
  .tuple(
    ...(['small', 'busy'] as const).flatMap((court) => [0, 1, 2, 3].map((quarter) => smallQuarter(court, quarter))),
  )
  .map((quarters) => quarters.flat());

async function pullsOf(made: readonly Made[]): Promise<Pulled[][]> {
  const year = await openYear();
  try {
    const tags = new Map<string, string>();
    const pulls: Pulled[][] = [];
    for (const week of weeks) {
      await year.live(week, made, releasing.has(week));
      pulls.push(await pullEverything(year.world, tags, week % 13 === 3));
    }
    return pulls;
  } finally {
    await year.world.close();
  }
}

const rowsOf = ({ bytes }: Pulled): RecordingInstitutionRow[] =>
  JSON.parse(Buffer.from(bytes, 'base64').toString()).rows;
const yearly = '/api/statistics/recording-institutions.json?year=2026';

test('two years that differ in what the sign hides give HR the same bytes, week by week', async () => {
  await fc.assert(
    fc.asyncProperty(smallYear, smallYear, async (one, other) => {
      expect(await pullsOf([...large, ...one])).toEqual(await pullsOf([...large, ...other]));
    }),
    { numRuns: 1 },
  );
}, 120_000);

test('the attacks that come to mind find nothing', async () => {
  const small: Made[] = weeks
    .slice(0, 52)
    .filter((week) => week % 13 === 5)
    .map((week) => ({ court: 'small', recorder: 0, week }));
  const pulls = await pullsOf([...large, ...small]);
  const published = pulls.map((pull) => pull.find(({ address, status }) => address === yearly && status === 200));

  // Differences between weeks: a row comes with its quarter, and never changes.
  const first = new Map<string, string>();
  for (const [week, pull] of published.entries()) {
    for (const row of pull ? rowsOf(pull) : []) {
      const key = `${row.quarter} ${row.institutionId}`;
      expect(quarterOf(week), key).toBeGreaterThanOrEqual(Number(row.quarter));
      expect(JSON.stringify(row)).toBe(first.get(key) ?? JSON.stringify(row));
      first.set(key, JSON.stringify(row));
    }
  }
  // The test can fail: the large court shows, the small one does not.
  const last = published.at(-1);
  const rows = last ? rowsOf(last) : [];
  expect(rows.filter(({ institutionId }) => institutionId === courts.large).map(({ records }) => records)).toEqual([
    13, 13, 13, 13,
  ]);
  expect(rows.filter(({ institutionId }) => institutionId === courts.small).map(({ records }) => records)).toEqual([
    null,
    null,
    null,
    null,
  ]);

  // Totals less parts: no number anywhere but in the rows.
  const { rows: _, ...rest } = last ? JSON.parse(Buffer.from(last.bytes, 'base64').toString()) : { rows: [] };
  expect(rest).toEqual({ statistics: 'recording-institutions', schemaVersion: 1, year: 2026, unpublished: [] });

  // Tags and versions: they move with a publication or a release, and in no week that only has records.
  for (const [week, pull] of pulls.entries()) {
    const before = pulls[week - 1];
    if (!before || releasing.has(week)) continue;
    for (const { address, headers } of pull.filter(({ status }) => status === 200)) {
      const earlier = before.find((other) => other.address === address);
      // Without a year, statistics follow the newest publication.
      const statistics = address.startsWith('/api/statistics');
      if (statistics && (!address.includes('year') || published[week]?.bytes !== published[week - 1]?.bytes)) continue;
      expect([week, address, headers]).toEqual([week, address, earlier?.headers ?? headers]);
    }
  }
}, 60_000);
