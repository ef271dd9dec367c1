import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createApp } from '../../../server/app.ts';
import { issueCredential } from '../../../server/credentials/credentials.ts';
import type { OfficialRow } from '../../../server/store/schema.ts';
import {
  feedPageOf,
  integrityRowSchema,
  type PerformanceRow,
  performanceRowSchema,
} from '../../../shared/feeds/rows.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { accounts, institutions, officials, openWorld, type World } from '../support/world.ts';
import { unzip } from '../unzip.ts';
import { answersOf } from './rows.ts';

const performancePage = feedPageOf(performanceRowSchema).strict();
const integrityPage = feedPageOf(integrityRowSchema).strict();
const address = '/feeds/performance-evaluation';

let world: World;
let app: ReturnType<typeof createApp>;
let token: string;
/** The SQL that the store has run. */
let queries: string[];

/** A pull of an HR system: by feed token, through the real application. */
const pull = async (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { authorization: `Bearer ${token}`, ...headers } });

const page = async (path: string): Promise<z.output<typeof performancePage>> => {
  const answer = await pull(path);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return performancePage.parse(await answer.json());
};

const feedToken = async (institution: string) => {
  const request = { purpose: 'feed' as const, account_id: null, institution_id: institution, label: 'HR system' };
  return (await world.platform.committer.submit(issueCredential(request))).token;
};

/** Registers so many more officials, managed by a party committee. */
async function registerOfficials(count: number, changes: Partial<OfficialRow> = {}): Promise<string[]> {
  return world.platform.committer.submit(async (work) => {
    const ids: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const subjectId = work.newId();
      const body: Omit<OfficialRow, 'id'> = {
        name: `示某${number}`,
        pinyin: `shimou${number % 7}`,
        initials: 'sm',
        organ_kind: number % 2 ? 'government' : 'enterprise',
        organ: `示范单位${number % 5}`,
        post: '主任',
        rank: '正科级',
        retired: 0,
        institution_id: null,
        managing_party_id: institutions.party.id,
        reports_to_id: null,
        posts: '[]',
        ...changes,
      };
      await work.append({
        institutionId: institutions.party.id,
        subjectKind: 'official',
        subjectId,
        type: 'registered',
        actorId: null,
        body,
      });
      ids.push(subjectId);
    }
    return ids;
  });
}

/** A matter on the brink of its release against an official. */
async function approvedMatter(officialId: string = officials.mayor.id): Promise<string> {
  const matterId = await acceptRecord(world, await submitRecord(world));
  await walkMatter(world, matterId, stepsToApproval(officialId));
  return matterId;
}

const released = async (officialId?: string) => {
  const matterId = await approvedMatter(officialId);
  await walkMatter(world, matterId, [release]);
  return matterId;
};

const rowOf = (rows: readonly PerformanceRow[], officialId: string) => {
  const row = rows.find((candidate) => candidate.officialId === officialId);
  if (!row) throw new Error('No such row');
  return row;
};

beforeEach(async () => {
  queries = [];
  world = await openWorld({
    clock: () => new Date('2026-12-01T02:00:00.000Z'),
    log: ({ query }) => queries.push(query.sql),
  });
  app = createApp(world.platform);
  token = await feedToken(institutions.hr.id);
});

afterEach(() => world.close());

describe('the release of a matter', () => {
  it('shows in the next pull, and before it nothing did: the same bytes, the same tag', async () => {
    const before = await pull(address);
    const matterId = await approvedMatter();
    const still = await pull(address);
    expect(await still.text()).toBe(await before.clone().text());
    expect(still.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(rowOf((await page(address)).rows, officials.mayor.id)).toMatchObject({ releasedMatters: 0, matters: [] });

    await walkMatter(world, matterId, [release]);
    const after = await page(address);
    expect(after.rows[0]).toMatchObject({
      officialId: officials.mayor.id,
      name: officials.mayor.name,
      managingCommittee: institutions.party.name,
      year: 2026,
      releasedMatters: 1,
      determinations: { interference: 1, improper: 0 },
      conducts: { pleading: 1, other: 0 },
      matters: [{ matterId, releasedOn: '2026-12-01', determination: 'interference', retracted: false }],
    });
  });

  it('says nothing of recorder, recording institution, case, stage and time of occurrence', async () => {
    await released();
    const text = await (await pull(address)).text();
    for (const hidden of ['初1号', accounts.judge.id, institutions.district.id, '2026-10-08', 'trial', '从宽'])
      expect(text).not.toContain(hidden);
  });

  it('counts in the year of the release by the clock of the institution', async () => {
    await released();
    expect(rowOf((await page(`${address}?year=2025`)).rows, officials.mayor.id).releasedMatters).toBe(0);
  });

  it('is taken back by a retraction and by a correction that counts against nobody', async () => {
    const retracted = await released();
    await walkMatter(world, retracted, [['committee', { type: 'retracted', reason: '认定有误' }]]);
    const corrected = await released();
    await walkMatter(world, corrected, [
      [
        'committee',
        {
          type: 'corrected',
          determination: 'unfounded',
          officialId: null,
          capacity: 'other',
          conducts: [],
          typicalCircumstances: [],
          typicalCase: false,
          reason: '系他人冒用',
        },
      ],
    ]);
    const row = rowOf((await page(address)).rows, officials.mayor.id);
    expect(row).toMatchObject({ releasedMatters: 0, retractions: 1, conducts: { pleading: 0 } });
    expect(row.matters).toMatchObject([{ matterId: retracted, retracted: true }]);
  });
});

describe('who sees whom', () => {
  it.each(['judge', 'reviewer', 'committee', 'leader', 'auditor', 'administrator'] as const)(
    '%s finds nothing',
    async (account) => expect((await world.ask(account, 'GET', address)).status).toBe(404),
  );

  it('nobody signed in is asked to sign in', async () =>
    expect((await world.ask(null, 'GET', address)).status).toBe(401));

  it('an HR account sees the same as its system', async () => {
    const answer = await world.ask('hr', 'GET', address);
    expect(await answer.json()).toEqual(await page(address));
  });

  it('the department of a committee sees the officials that the committee and those below it manage', async () => {
    const [elsewhere] = await registerOfficials(1, { managing_party_id: institutions.cityParty.id });
    const own = (await page(address)).rows.map(({ officialId }) => officialId);
    expect(own).toHaveLength(Object.keys(officials).length);
    expect(own).not.toContain(elsewhere);
    token = await feedToken(institutions.cityHr.id);
    expect((await page(address)).rows.map(({ officialId }) => officialId).sort()).toEqual([...own, elsewhere].sort());
  });
});

describe('paging', () => {
  it.each(['released', 'name', 'organ'])('by %s: every row once, in the order of the whole', async (sort) => {
    await registerOfficials(40);
    await released();
    const whole = (await page(`${address}?limit=1000&sort=${sort}`)).rows;
    expect(whole).toHaveLength(40 + Object.keys(officials).length);
    const pages: PerformanceRow[] = [];
    let cursor: string | null = null;
    do {
      const part: z.output<typeof performancePage> = await page(
        `${address}?limit=7&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(part.rows.length).toBeLessThanOrEqual(7);
      pages.push(...part.rows);
      cursor = part.nextCursor;
    } while (cursor);
    expect(pages).toEqual(whole);
  });

  it('names the next page in a Link that can be followed', async () => {
    const answer = await pull(`${address}.ndjson?limit=2`);
    const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    const [first, second] = [await answer.text(), await (await pull(next)).text()];
    expect(`${first}${second}`).toBe(await (await pull(`${address}.ndjson`)).text());
  });

  it('answers 409 feed-changed to a cursor of another version', async () => {
    const { nextCursor } = await page(`${address}?limit=1`);
    await released();
    const answer = await pull(`${address}?limit=1&cursor=${nextCursor}`);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ type: 'urn:liuhen:problem:feed-changed' });
  });

  it.each([
    ['a made-up cursor', '?cursor=bm9uc2Vuc2U'],
    ['a limit beyond 1000', '?limit=1001'],
    ['an unknown organ kind', '?organKind=club'],
    ['a year out of range', '?year=20'],
  ])('refuses %s', async (_, query) => expect((await pull(address + query)).status).toBe(400));

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await page(`${address}?limit=1&sort=name`);
    expect((await pull(`${address}?sort=released&cursor=${nextCursor}`)).status).toBe(400);
  });
});

describe('filters', () => {
  it('by organ kind, by words, by institution, by releases', async () => {
    await registerOfficials(10);
    await released();
    const names = async (query: string) => (await page(address + query)).rows.map(({ name }) => name);
    expect(await names('?organKind=court')).toEqual([officials.president.name, officials.reviewerOfficial.name]);
    expect(await names(`?q=${encodeURIComponent('演某甲')}`)).toEqual([officials.mayor.name]);
    expect(await names('?q=YMY')).toEqual([officials.deputy.name]);
    expect(await names('?q=%25')).toEqual([]);
    expect(await names(`?institution=${institutions.district.id}`)).toHaveLength(2);
    expect(await names(`?institution=${institutions.party.id}`)).toHaveLength(14);
    expect(await names('?only=released')).toEqual([officials.mayor.name]);
  });

  it('since a version: only the rows that changed after it', async () => {
    const { version } = await page(address);
    expect((await page(`${address}?since=${version}`)).rows).toEqual([]);
    await released();
    const changed = await page(`${address}?since=${version}`);
    expect(changed.rows.map(({ officialId }) => officialId)).toEqual([officials.mayor.id]);
    expect(changed.version).toBeGreaterThan(version);
  });

  it('since a version: a change of the directory counts for every year', async () => {
    const { version } = await page(`${address}?year=2025`);
    const [added] = await registerOfficials(1);
    const changed = await page(`${address}?year=2025&since=${version}`);
    expect(changed.rows.map(({ officialId }) => officialId)).toEqual([added]);
  });
});

describe('validators of caches', () => {
  it('answers 304 without a body to the tag of the same question, and without reading a row', async () => {
    const first = await pull(address);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"\d+-[0-9a-f]+"$/);
    queries = [];
    const again = await pull(address, { 'if-none-match': `"other", ${tag}` });
    expect(queries).not.toEqual([]);
    expect(queries.filter((sql) => /"(official|tally|released_matter|self_check)"/.test(sql))).toEqual([]);
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(tag);
  });

  it('answers anew once a matter is released', async () => {
    const tag = (await pull(address)).headers.get('etag') ?? '';
    await released();
    expect((await pull(address, { 'if-none-match': tag })).status).toBe(200);
  });

  it('gives every question a tag of its own', async () => {
    const queries = ['', '?year=2025', '?limit=1', '?sort=name', '?q=a', '.csv', '.ndjson', '.xlsx', '?since=1'];
    const tags = await Promise.all(queries.map(async (query) => (await pull(address + query)).headers.get('etag')));
    token = await feedToken(institutions.cityHr.id);
    tags.push((await pull(address)).headers.get('etag'));
    expect(new Set(tags).size).toBe(queries.length + 1);
  });

  it('is weak only where a file holds the time of its making', async () => {
    expect((await pull(`${address}.xlsx`)).headers.get('etag')).toMatch(/^W\//);
    const [one, two] = await Promise.all([pull(`${address}.csv`), pull(`${address}.csv`)]);
    expect(one.headers.get('etag')).toMatch(/^"/);
    expect(await one.text()).toBe(await two.text());
  });
});

describe('formats', () => {
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it.each([
    ['', { accept: '*/*' }, 'application/json'],
    ['', { accept: 'application/x-ndjson' }, 'application/x-ndjson; charset=utf-8'],
    ['', { accept: 'text/csv;q=0.9, application/json;q=0.1' }, 'text/csv; charset=utf-8; header=present'],
    ['', { accept: xlsx }, xlsx],
    ['.json', { accept: 'text/csv' }, 'application/json'],
    ['.csv', { accept: 'application/json' }, 'text/csv; charset=utf-8; header=present'],
    ['.xlsx', {}, xlsx],
  ])('%s with %o is %s', async (suffix, headers, type) => {
    const answer = await pull(address + suffix, headers);
    expect(answer.headers.get('content-type')).toBe(type);
    await answer.arrayBuffer();
  });

  it('saves CSV under a Chinese name, with one in ASCII beside it (RFC 6266, RFC 8187)', async () => {
    const answer = await pull(`${address}.csv`);
    const [, ascii, encoded] =
      /^attachment; filename="([^"]+)"; filename\*=UTF-8''(.+)$/.exec(
        answer.headers.get('content-disposition') ?? '',
      ) ?? [];
    expect(ascii).toBe('performance-evaluation-2026.csv');
    expect(decodeURIComponent(encoded ?? '')).toMatch(/^政绩考核_2026年_第\d+版\.csv$/);
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('streams more rows than a page holds, each once', async () => {
    await registerOfficials(2100);
    const rows = (await (await pull(`${address}.ndjson`)).text()).trimEnd().split('\n');
    const ids = rows.map((row) => performanceRowSchema.parse(JSON.parse(row)).officialId);
    expect(new Set(ids).size).toBe(2100 + Object.keys(officials).length);
    expect(ids).toHaveLength(2100 + Object.keys(officials).length);
    const csv = await (await pull(`${address}.csv`)).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(ids.length + 1);
  });

  it('breaks off a stream whose feed changes under it, so that nobody takes half for the whole', async () => {
    await registerOfficials(3000);
    const answer = await pull(`${address}.csv`);
    const reader = answer.body?.getReader();
    await reader?.read();
    await registerOfficials(1);
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow();
  });

  it('packs the whole feed into a workbook', async () => {
    await released();
    const entries = unzip(Buffer.from(await (await pull(`${address}.xlsx`)).arrayBuffer()));
    expect(entries['xl/sharedStrings.xml']).toContain(officials.mayor.name);
    expect(Object.keys(entries)).toContain('xl/worksheets/sheet3.xml');
  });
});

describe('a large workbook', () => {
  it('is drawn beside the server, which answers others meanwhile', async () => {
    await registerOfficials(3000);
    const begun = performance.now();
    let [last, longestStandstill] = [begun, 0];
    const pulse = setInterval(() => {
      longestStandstill = Math.max(longestStandstill, performance.now() - last);
      last = performance.now();
    }, 5);
    const entries = unzip(Buffer.from(await (await pull(`${address}.xlsx`)).arrayBuffer()));
    clearInterval(pulse);
    longestStandstill = Math.max(longestStandstill, performance.now() - last);
    expect(entries['xl/worksheets/sheet1.xml']).toContain('A3006');
    // Drawn in the server's own thread it stands still for most of the time.
    expect(longestStandstill).toBeLessThan((performance.now() - begun) / 2);
  });
});

describe('the integrity review', () => {
  const integrity = async (query = '') =>
    integrityPage.parse(await (await pull(`/feeds/integrity-review${query}`)).json());

  it('shows the self-check beside the released matters', async () => {
    const matterId = await released();
    const submission = { answers: answersOf({ '8:pleading:self': '曾打听案件进展。' }), statement: '引以为戒。' };
    const before = await integrity();
    expect((await world.ask('leader', 'POST', '/api/self-checks/2026', submission)).status).toBe(200);
    const { rows, version } = await integrity();
    expect(version).toBeGreaterThan(before.version);
    expect(rows.find(({ officialId }) => officialId === officials.mayor.id)).toMatchObject({
      selfCheckSubmittedAt: '2026-12-01T02:00:00.000Z',
      declared: 1,
      statement: '引以为戒。',
      releasedMatters: 1,
      matters: [{ matterId }],
    });
    expect(rows.find(({ officialId }) => officialId === officials.deputy.id)).toMatchObject({
      selfCheckSubmittedAt: null,
      declared: 0,
      answers: [],
    });
  });

  it('leaves out the retired, but for those whom a release concerns', async () => {
    const [quiet, concerned] = await registerOfficials(2, { retired: 1 });
    await released(concerned);
    const ids = (await integrity()).rows.map(({ officialId }) => officialId);
    expect(ids).toContain(concerned);
    expect(ids).not.toContain(quiet);
    expect((await page(address)).rows.map(({ officialId }) => officialId)).toContain(quiet);
  });
});

describe('the description of the feeds', () => {
  it('names rows, parameters and formats in /openapi.json', async () => {
    const description = await (await app.request('/openapi.json')).json();
    const route = description.paths[address].get;
    expect(route.parameters.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['year', 'organKind', 'q', 'limit', 'cursor', 'since', 'sort']),
    );
    expect(Object.keys(route.responses['200'].content)).toEqual([
      'application/json',
      'application/x-ndjson',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect(JSON.stringify(route.responses['200'].content['application/json'])).toContain('releasedMatters');
    expect(description.paths['/feeds/integrity-review.xlsx'].get).toBeDefined();
    expect(description.paths['/api/self-checks/{year}'].post).toBeDefined();
  });
});
