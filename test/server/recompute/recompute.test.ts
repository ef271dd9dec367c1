import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { recompute } from '../../../server/recompute/recompute.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { determinedAgainst, fullPractice, openPractice, type Practice, people, viewers } from './practice.ts';

describe('finds nothing where nothing was touched', () => {
  test('after everything has happened once', async () => {
    const practice = await fullPractice();
    const progress: [number, number][] = [];
    expect(await recompute(practice.platform.db, { onProgress: (...at) => progress.push(at) })).toEqual([]);
    const { events } = await practice.platform.db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('events'))
      .executeTakeFirstOrThrow();
    expect(progress.at(-1)).toEqual([events, events]);
    await practice.close();
  });

  test('in an empty store', async () => {
    const practice = await openPractice();
    for (const table of ['event', 'log_head', 'institution', 'official', 'feed_change'] as const) {
      await practice.platform.db.deleteFrom(table).execute();
    }
    expect(await recompute(practice.platform.db)).toEqual([]);
    await practice.close();
  });

  test('after any sequence of commands, refused ones among them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(deeds.length - 1), fc.nat(97)), { maxLength: 60 }),
        async (sequence) => {
          const practice = await openPractice();
          const state: State = { records: [], matters: [] };
          for (const [which, choice] of sequence) {
            await deeds[which]?.(practice, state, choice).catch((error: unknown) => {
              if (!(error instanceof ProblemError)) throw error;
            });
          }
          expect(await recompute(practice.platform.db)).toEqual([]);
          await practice.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

interface State {
  records: { id: string; recorder: keyof typeof viewers }[];
  matters: string[];
}

type Deed = (practice: Practice, state: State, choice: number) => Promise<void>;

const officialIds = [...Object.values(people), null];
const at = <T>(list: readonly T[], choice: number): T => list[choice % list.length] as T;

const onRecord =
  (deed: (practice: Practice, record: State['records'][number], choice: number, state: State) => Promise<void>): Deed =>
  async (practice, state, choice) => {
    if (state.records.length > 0) await deed(practice, at(state.records, choice), choice, state);
  };
const onMatter =
  (deed: (practice: Practice, matterId: string, choice: number) => Promise<void>): Deed =>
  async (practice, state, choice) => {
    if (state.matters.length > 0) await deed(practice, at(state.matters, choice), choice);
  };

const { reviewer, superiorReviewer, committee } = viewers;
const capture: Deed = async (practice, state, choice) => {
  const recorder = choice % 3 === 0 ? 'colleague' : 'judge';
  state.records.push({ id: await practice.capture(viewers[recorder]), recorder });
};
const submit = onRecord((practice, { id, recorder }, choice) =>
  practice.submit(id, at(officialIds, choice), viewers[recorder]),
);
const accept = onRecord(async (practice, { id }, choice, state) => {
  const into = choice % 4 === 0 && state.matters.length > 0 ? at(state.matters, choice) : null;
  const matterId = await practice.accept(id, into, choice % 5 === 0 ? superiorReviewer : reviewer);
  if (!state.matters.includes(matterId)) state.matters.push(matterId);
});
const step = (make: (choice: number) => Parameters<Practice['stepMatter']>[1], by = committee): Deed =>
  onMatter((practice, matterId, choice) => practice.stepMatter(matterId, make(choice), by));

/** What can happen; steps that lead on stand more often, so that sequences reach the release. */
const deeds: Deed[] = [
  capture,
  capture,
  submit,
  submit,
  accept,
  accept,
  onRecord(async (practice, { id, recorder }) => {
    await practice.addEvidence(id, viewers[recorder]);
  }),
  onRecord((practice, { id }) => practice.stepRecord(id, { type: 'returned', reason: '补充' }, reviewer)),
  onRecord((practice, { id, recorder }) =>
    practice.stepRecord(id, { type: 'withdrawn', reason: '误点' }, viewers[recorder]),
  ),
  step(() => ({ type: 'screened', opinion: 'improper', reason: '甄别' }), reviewer),
  step(() => ({ type: 'referred', note: '' }), reviewer),
  step(() => ({ type: 'shelved', note: '' }), reviewer),
  step(() => ({ type: 'reopened', reason: '重新' }), reviewer),
  step(() => ({ type: 'studied', note: '研究' })),
  step((choice) => determinedAgainst(at(officialIds, choice))),
  step(() => ({ type: 'approved', approvedBy: '区委', approvedOn: '2026-03-02', documentNumber: '' })),
  step(() => ({ type: 'released', scope: 'system', note: '' })),
  step(() => ({ type: 'outcome', outcome: 'talk', decidedOn: '2026-03-02', instrument: '' })),
  step((choice) => ({ ...determinedAgainst(at(officialIds, choice)), type: 'corrected' })),
  step(() => ({ type: 'retracted', reason: '撤销' })),
  step(() => ({ type: 'closed', note: '' })),
  (practice, _state, choice) => practice.selfCheck(at(Object.values(people), choice), 2025 + (choice % 2)),
  (practice, _state, choice) => practice.renameOfficial(at(Object.values(people), choice)),
  // A matter from capture to release in one go.
  async (practice, state, choice) => {
    await capture(practice, state, choice);
    const record = state.records.at(-1);
    if (!record) return;
    await practice.submit(record.id, people.mayor, viewers[record.recorder]);
    const matterId = await practice.accept(record.id);
    state.matters.push(matterId);
    await practice.stepMatter(matterId, { type: 'screened', opinion: 'improper', reason: '甄别' }, reviewer);
    await practice.stepMatter(matterId, { type: 'referred', note: '' }, reviewer);
    await practice.stepMatter(matterId, determinedAgainst(at(officialIds, choice)), committee);
    const approved = { type: 'approved' as const, approvedBy: '区委', approvedOn: '2026-03-02', documentNumber: '' };
    await practice.stepMatter(matterId, approved, committee);
    await practice.stepMatter(matterId, { type: 'released', scope: 'system', note: '' }, committee);
  },
];

/** Tampering with derived tables: the statement, then the table and column that must be named. */
const derived: [statement: string, table: string, column: string][] = [
  [`UPDATE institution SET name = 'x' WHERE name = 'court'`, 'institution', 'name'],
  [`DELETE FROM institution WHERE name = 'superior'`, 'institution', '*'],
  [`UPDATE official SET retired = 1 WHERE id = '${people.mayor}'`, 'official', 'retired'],
  [`UPDATE credential SET revoked_at = '2026-03-02'`, 'credential', 'revoked_at'],
  [`UPDATE record SET state = 'withdrawn' WHERE state = 'captured'`, 'record', 'state'],
  [`UPDATE record SET recorder_id = 'x' WHERE state = 'captured'`, 'record', 'recorder_id'],
  [`DELETE FROM record WHERE state = 'captured'`, 'record', '*'],
  [
    `INSERT INTO record SELECT 'x', institution_id, handler_id, recorder_id, 'x', state, version, actor_official_id,
      matter_id, received_at, submitted_at, updated_at, sealed FROM record LIMIT 1`,
    'record',
    '*',
  ],
  [`UPDATE matter SET determination = 'inquiry'`, 'matter', 'determination'],
  [`UPDATE matter SET version = version + 1`, 'matter', 'version'],
  [`DELETE FROM matter`, 'matter', '*'],
  [`DELETE FROM matter_named`, 'matter_named', '*'],
  [`INSERT INTO matter_named SELECT matter_id, '${people.president}' FROM matter_named LIMIT 1`, 'matter_named', '*'],
  [`INSERT INTO matter_named VALUES ('x', '${people.president}')`, 'matter_named', '*'],
  [`UPDATE released_matter SET year = 2025`, 'released_matter', 'year'],
  [`UPDATE released_matter SET outcomes = '[]'`, 'released_matter', 'outcomes'],
  [`DELETE FROM released_matter`, 'released_matter', '*'],
  [`UPDATE tally SET count = count + 1 WHERE dimension = 'matter'`, 'tally', 'count'],
  [`DELETE FROM tally WHERE dimension = 'conduct'`, 'tally', '*'],
  [`INSERT INTO tally VALUES ('${people.deputy}', 2026, 'matter', 'released', 1)`, 'tally', '*'],
  [`DELETE FROM feed_change WHERE year = 2026`, 'feed_change', '*'],
  [`INSERT INTO feed_change VALUES ('${people.deputy}', 2024, 99)`, 'feed_change', '*'],
  [`UPDATE self_check SET year = 2024`, 'self_check', 'year'],
  [`UPDATE self_check SET sealed = substr(sealed, 1, 60)`, 'self_check', 'submission'],
  [`DELETE FROM self_check`, 'self_check', '*'],
  [`UPDATE evidence SET bytes = bytes + 1`, 'evidence', 'bytes'],
  [`UPDATE evidence SET sealed = (SELECT sealed FROM record)`, 'evidence', 'sha256'],
  [`DELETE FROM evidence`, 'evidence', '*'],
];

describe.each(derived)('a derived table that was changed: %s', (statement, table, column) => {
  test(`is named as ${table} ${column}, mended when asked, and clean afterwards`, async () => {
    const practice = await fullPractice();
    const { db } = practice.platform;
    await sql.raw(statement).execute(db);
    const found = await recompute(db);
    expect(found.length).toBeGreaterThan(0);
    for (const difference of found) expect(difference).toMatchObject({ table, column });
    expect(await recompute(db, { repair: true })).toEqual(found);
    expect(await recompute(db)).toEqual([]);
    await practice.close();
  });
});

/** Tampering with the events themselves. */
const events: [statement: string, table: string, column: string][] = [
  [
    `UPDATE event SET sealed = 'A' || substr(sealed, 2) WHERE type = 'screened' AND sealed NOT LIKE 'A%'`,
    'event',
    'sealed',
  ],
  [
    `UPDATE event SET sealed = (SELECT sealed FROM event AS other WHERE other.type = 'opened') WHERE type = 'screened'`,
    'event',
    'sealed',
  ],
  [`UPDATE event SET at = '2026-01-01T00:00:00.000Z' WHERE type = 'released'`, 'event', 'commitment'],
  [`UPDATE event SET leaf_form = 1 WHERE type = 'released'`, 'event', 'commitment'],
  [`UPDATE event SET commitment = '${'0'.repeat(64)}' WHERE type = 'released'`, 'event', 'commitment'],
  [`UPDATE event SET sealed = 'x' WHERE type = 'released'`, 'event', 'sealed'],
  [`UPDATE event SET subject_version = 99 WHERE type = 'outcome'`, 'event', 'subject_version'],
  [`DELETE FROM event WHERE type = 'screened'`, 'event', '*'],
  [`DELETE FROM event WHERE type = 'screened'`, 'event', 'subject_version'],
  [`DELETE FROM event WHERE type = 'opened'`, 'event', 'sealed'],
  [`DELETE FROM subject_key`, 'event', 'sealed'],
  [`UPDATE event SET position = 99 WHERE type = 'screened'`, 'event', '*'],
  [`UPDATE log_head SET size = size + 1`, 'log_head', 'size'],
  [`DELETE FROM log_head`, 'log_head', 'size'],
];

describe.each(events)('an event or log that was changed: %s', (statement, table, column) => {
  test(`is named as ${table} ${column}, and nothing is mended on such ground`, async () => {
    const practice = await fullPractice();
    const { db } = practice.platform;
    await sql.raw(statement).execute(db);
    const found = await recompute(db);
    expect(found).toContainEqual(expect.objectContaining({ table, column }));
    expect(await recompute(db, { repair: true })).toEqual(found);
    expect(await recompute(db)).toEqual(found);
    await practice.close();
  });
});

test('an event at the end of a log that vanished shows in the size of the log', async () => {
  const practice = await fullPractice();
  const { db } = practice.platform;
  await sql`DELETE FROM event WHERE type = 'captured' AND subject_id IN (SELECT id FROM record WHERE state = 'captured')`.execute(
    db,
  );
  const tables = (await recompute(db)).map(({ table }) => table);
  expect(tables).toContain('log_head');
  expect(tables).toContain('record');
  await practice.close();
});

test('a mended tally tells the feed that it changed', async () => {
  const practice = await fullPractice();
  const { db } = practice.platform;
  const versionOf = async () => {
    const latest = db.selectFrom('feed_change').select((eb) => eb.fn.max('version').as('version'));
    return (await latest.where('official_id', '=', people.mayor).executeTakeFirstOrThrow()).version;
  };
  const before = await versionOf();
  await db.updateTable('tally').set({ count: 7 }).where('dimension', '=', 'matter').execute();
  await recompute(db, { repair: true });
  expect(await versionOf()).toBeGreaterThan(before);
  await practice.close();
});
