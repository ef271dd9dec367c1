import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount, listAccounts } from '../../../server/access/accounts.ts';
import { createApp } from '../../../server/app.ts';
import { demonstrationAccounts, demonstrationPassword } from '../../../server/demonstration/accounts.ts';
import { isWorkday } from '../../../server/demonstration/calendar.ts';
import { fillDemonstration } from '../../../server/demonstration/fill-demonstration.ts';
import { openPlatform, type Platform } from '../../../server/platform/platform.ts';
import { recompute } from '../../../server/recompute/recompute.ts';
import { parseCaseNumber } from '../../../shared/case-number.ts';
import { matterStates } from '../../../shared/matter/workflow.ts';
import { captureSchema } from '../../../shared/record/capture.ts';
import { detailsSchema } from '../../../shared/record/details.ts';
import { recordStates } from '../../../shared/record/workflow.ts';
import { selfCheckSchema } from '../../../shared/self-check/self-check.ts';
import { codesOf, roles } from '../../../shared/vocabulary.ts';
import { openCopy, openTables } from '../support/open-copy.ts';

const open = () => openPlatform({ folder: ':memory:', origin: 'http://localhost' });

describe('the demonstration', () => {
  let platform: Platform;
  const progress: [number, number][] = [];
  let copy: DatabaseSync;
  const rows = async <Row>(query: string) => copy.prepare(query).all() as Row[];
  const count = async (query: string) => Number(Object.values((await rows<object>(query))[0] ?? {})[0]);

  beforeAll(async () => {
    platform = await open();
    await fillDemonstration(platform, { onProgress: (...at) => progress.push(at) });
    copy = await openCopy(platform);
  });
  afterAll(() => platform.close());

  test('has about three thousand records of two years, in every state of records and matters', async () => {
    expect(Math.abs((await count('SELECT count(*) FROM record')) - 3000)).toBeLessThan(5);
    const states = async (table: string) =>
      (await rows<{ state: string }>(`SELECT DISTINCT state FROM ${table}`)).map(({ state }) => state);
    expect(new Set(await states('record'))).toEqual(new Set(codesOf(recordStates)));
    expect(new Set(await states('matter'))).toEqual(new Set(codesOf(matterStates)));
    const [span] = await rows<{ first: string; last: string }>(
      'SELECT (SELECT min(captured_at) FROM record) AS first, (SELECT max(at) FROM event) AS last',
    );
    const { first = '', last = '' } = span ?? {};
    expect(first >= '2024-11-14T16:00:00.000Z').toBe(true);
    expect(last < '2026-11-15T16:00:00.000Z').toBe(true);
  });

  test('told its progress to the end', () => {
    expect(progress.length).toBeGreaterThan(5);
    const [done, total] = progress.at(-1) ?? [];
    expect(done).toBe(total);
  });

  test('is what the events say', async () => {
    expect(await recompute(platform.db)).toEqual([]);
  });

  test('finds fewer than four in a hundred improper or unlawful, and records mostly at the grass roots', async () => {
    const serious = await count(
      `SELECT count(*) FROM record JOIN matter ON matter.id = record.matter_id
       WHERE coalesce(determination, screening_opinion) IN ('improper', 'interference')`,
    );
    expect(serious / 3000).toBeLessThan(0.04);
    expect(serious / 3000).toBeGreaterThan(0.02);
    const grassRoots = await count(
      `SELECT count(*) FROM record JOIN institution ON institution.id = record.institution_id WHERE level = 'banner'`,
    );
    expect(grassRoots / 3000).toBeGreaterThan(0.8);
  });

  test('keeps what the schemas of the routes take, captured on workdays within office hours', async () => {
    for (const { capture, details } of await rows<{ capture: string; details: string | null }>(
      'SELECT capture, details FROM record',
    )) {
      const kept = JSON.parse(capture);
      expect(captureSchema.parse(kept)).toEqual(kept);
      const local = new Date(Date.parse(kept.capturedAt) + 8 * 3_600_000).toISOString();
      expect(isWorkday(local.slice(0, 10)), local).toBe(true);
      expect(local.slice(11, 16) >= '08:30' && local.slice(11, 16) < '19:10', local).toBe(true);
      if (details === null) continue;
      const told = JSON.parse(details);
      expect(detailsSchema.parse(told)).toEqual(told);
      expect(told.occurredAt < kept.capturedAt).toBe(true);
    }
    for (const { submission } of await rows<{ submission: string }>('SELECT submission FROM self_check')) {
      expect(selfCheckSchema.safeParse(JSON.parse(submission)).success).toBe(true);
    }
  });

  test('writes case numbers that are valid for the organ that recorded', async () => {
    for (const { case_text, code, kind } of await rows<{ case_text: string; code: string; kind: string }>(
      `SELECT case_text, code, kind FROM record JOIN institution ON institution.id = record.institution_id
       WHERE case_text <> '' AND state <> 'captured'`,
    )) {
      for (const number of case_text.split(' ')) {
        const parsed = parseCaseNumber(number);
        expect(parsed.canonical).toBe(number);
        if (kind === 'court') expect(parsed).toMatchObject({ kind: 'court', courtCode: code });
        else expect([parsed.kind, number.startsWith(code)]).toEqual([kind === 'procuratorate' ? kind : 'police', true]);
      }
    }
  });

  test('has the screenshot that a record was submitted with, as its seal says', async () => {
    const files = await rows<{ id: string; record_id: string; sha256: string; bytes: number }>(
      'SELECT * FROM evidence',
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { id, record_id, sha256, bytes } of files) {
      const key = await platform.fileKeyOf(record_id);
      const content = await buffer(platform.blobs.read(key, record_id, id, sha256));
      expect([hash('sha256', content), content.byteLength]).toEqual([sha256, bytes]);
    }
  });

  test('has accounts for every role, and each of them can sign in', async () => {
    expect(new Set(demonstrationAccounts.map(({ role }) => role))).toEqual(new Set(codesOf(roles)));
    const app = createApp(platform);
    for (const { username, name } of demonstrationAccounts) {
      const answer = await app.request('/api/auth/sign-in/username', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: demonstrationPassword }),
      });
      expect(answer.status, username).toBe(200);
      expect((await answer.json()).user.name).toBe(name);
    }
  });

  const ofCourt = (table: string, code: string) =>
    `FROM ${table} JOIN institution ON institution.id = ${table === 'record' ? 'handler_id' : 'institution_id'} WHERE code = '${code}'`;

  test('gives the reviewer an inbox and matters in each state, the superior reviewer what names the court itself', async () => {
    expect(
      await count(`SELECT count(*) ${ofCourt('record', '内0105')} AND state = 'submitted'`),
    ).toBeGreaterThanOrEqual(8);
    for (const state of codesOf(matterStates)) {
      expect(
        await count(`SELECT count(*) ${ofCourt('matter', '内0105')} AND state = '${state}'`),
        state,
      ).toBeGreaterThan(0);
    }
    expect(
      await count(
        `SELECT count(*) ${ofCourt('record', '内01')} AND state = 'submitted' AND record.institution_id <> handler_id`,
      ),
    ).toBeGreaterThan(0);
  });

  test('puts nobody into the inbox whose name somebody else bears, or who serves in the committee that it is referred to', async () => {
    const inbox = await rows<{ bearers: number; serves_in: string | null; committee_id: string }>(
      `SELECT (SELECT count(*) FROM official AS other WHERE other.name = official.name) AS bearers,
         official.institution_id AS serves_in, institution.committee_id
       FROM record JOIN official ON official.id = actor_official_id JOIN institution ON institution.id = handler_id
       WHERE code = '内0105' AND state = 'submitted'`,
    );
    expect(inbox.length).toBeGreaterThanOrEqual(4);
    for (const { bearers, serves_in, committee_id } of inbox) {
      expect(bearers).toBe(1);
      expect(serves_in).not.toBe(committee_id);
    }
  });

  test('gives the committee referred matters, the judge some 25 records with something to do', async () => {
    expect(
      await count(
        `SELECT count(*) FROM matter JOIN institution ON institution.id = matter.committee_id
         WHERE division = '150105' AND state = 'referred'`,
      ),
    ).toBeGreaterThanOrEqual(6);
    const judge = await findAccount(platform.authentication, 'judge');
    const ofJudge = `FROM record WHERE recorder_id = '${judge}'`;
    expect(Math.abs((await count(`SELECT count(*) ${ofJudge}`)) - 25)).toBeLessThanOrEqual(8);
    for (const state of ['captured', 'returned', 'submitted', 'accepted']) {
      expect(await count(`SELECT count(*) ${ofJudge} AND state = '${state}'`), state).toBeGreaterThan(0);
    }
  });

  test('gives the feeds life: officials of both years, outcomes, corrections, a retraction, typical cases', async () => {
    expect(await count('SELECT count(DISTINCT official_id) FROM released_matter')).toBeGreaterThanOrEqual(40);
    for (const year of [2025, 2026]) {
      expect(await count(`SELECT count(*) FROM released_matter WHERE year = ${year}`)).toBeGreaterThanOrEqual(20);
    }
    for (const sign of [`outcomes <> '[]'`, 'corrected > 0', 'retracted > 0', 'typical_case > 0']) {
      expect(await count(`SELECT count(*) FROM released_matter WHERE ${sign}`), sign).toBeGreaterThan(0);
    }
  });

  test('has a leader with released matters and others that must not show, and a leader with none', async () => {
    const ids = {
      leader: await findAccount(platform.authentication, 'leader'),
      leader2: await findAccount(platform.authentication, 'leader2'),
    };
    const about = (username: keyof typeof ids) =>
      `FROM matter_named JOIN matter ON matter.id = matter_id JOIN user ON matter_named.official_id = user.officialId
       WHERE user.id = '${ids[username]}'`;
    expect(await count(`SELECT count(*) ${about('leader')} AND released_on LIKE '2026%'`)).toBeGreaterThanOrEqual(2);
    expect(await count(`SELECT count(*) ${about('leader')} AND released_on LIKE '2025%'`)).toBeGreaterThanOrEqual(1);
    expect(await count(`SELECT count(*) ${about('leader')} AND released_at IS NULL`)).toBeGreaterThanOrEqual(2);
    expect(await count(`SELECT count(*) ${about('leader2')} AND released_at IS NOT NULL`)).toBe(0);
    for (const year of [2025, 2026]) {
      expect(await count(`SELECT count(*) FROM self_check WHERE year = ${year}`)).toBeGreaterThanOrEqual(4);
    }
    const handedIn = `FROM self_check JOIN user ON official_id = officialId WHERE user.id = '${ids.leader}'`;
    expect(await rows(`SELECT year ${handedIn}`)).toEqual([{ year: 2025 }]);
  });
});

describe('a seed', () => {
  /** A hash over every table; of better-auth's only what is not salted, sealed or stamped, and the names opened. */
  async function fingerprint(seed: number): Promise<string> {
    const platform = await open();
    await fillDemonstration(platform, { seed, records: 150 });
    const contents: unknown[] = [];
    for (const [name, rows] of await openTables(platform)) {
      if (['account', 'session', 'verification', 'deviceCode', 'twoFactor'].includes(name)) continue;
      const shown = rows.map(({ id, role, institutionId, officialId }) => ({ id, role, institutionId, officialId }));
      contents.push(name, name === 'user' ? shown : rows);
    }
    contents.push(await listAccounts(platform.authentication, { limit: 1000 }));
    expect(await recompute(platform.db)).toEqual([]);
    await platform.close();
    expect(contents.length).toBeGreaterThan(26);
    return hash('sha256', JSON.stringify(contents));
  }

  test('gives the same data to the last hash, and another seed other data', async () => {
    const [one, again, other] = [await fingerprint(1), await fingerprint(1), await fingerprint(2)];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });
});

test('any last day will do', async () => {
  const platform = await open();
  await fillDemonstration(platform, { until: '2028-02-29', records: 80 });
  const { last } = await platform.db
    .selectFrom('record')
    .select((eb) => eb.fn.max('received_at').as('last'))
    .executeTakeFirstOrThrow();
  expect(last.slice(0, 7)).toBe('2028-02');
  await platform.close();
});
