import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterSummary } from '../../../shared/matter/view.ts';
import type { RecordSummary } from '../../../shared/record/view.ts';
import { acceptRecord, submitRecord } from '../support/journey.ts';
import { type AccountName, accounts, openWorld, someDetails, type World } from '../support/world.ts';

let world: World;
/** A clock that stands still for several captures at a time: what is equal in time must still have an order. */
let ticks = 0;
beforeAll(async () => {
  world = await openWorld({ clock: () => new Date(Date.UTC(2026, 9, 8) + Math.floor(ticks++ / 5) * 1000) });
});
afterAll(() => world.close());

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** All pages of a list; between two of them, something may happen. */
async function everyPage<Item>(
  account: AccountName,
  path: string,
  meanwhile: (page: number) => Promise<unknown> = async () => {},
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null; page++) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const answer = await world.ask(account, 'GET', `${path}${query}`);
    expect(answer.status).toBe(200);
    const found: Page<Item> = await answer.json();
    items.push(...found.items);
    cursor = found.nextCursor;
    await meanwhile(page);
  }
  return items;
}

describe('pages', () => {
  test('of records hold each exactly once, newest first, while records arrive', async () => {
    const before: string[] = [];
    for (let number = 0; number < 17; number++) before.push(await submitRecord(world));
    const listed = await everyPage<RecordSummary>('judge', '/api/records?limit=3', () => submitRecord(world));
    const ids = listed.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual([...before].sort());
    const order = listed.map(({ receivedAt }) => receivedAt);
    expect(order).toEqual([...order].sort().reverse());
  });

  test('of matters hold each exactly once, while matters arrive', async () => {
    const before: string[] = [];
    for (let number = 0; number < 11; number++) before.push(await acceptRecord(world, await submitRecord(world)));
    const listed = await everyPage<MatterSummary>('reviewer', '/api/matters?limit=2', async () =>
      acceptRecord(world, await submitRecord(world)),
    );
    expect(listed.map(({ id }) => id).sort()).toEqual([...before].sort());
  });

  test('of the reading log hold each line once, also where several read the same in the same hour', async () => {
    const recordId = await submitRecord(world);
    const readThrice = async (account: 'reviewer' | 'superiorReviewer') => {
      for (let again = 0; again < 3; again++) await world.ask(account, 'GET', `/api/records/${recordId}`);
    };
    await readThrice('reviewer');
    await world.ask('judge', 'POST', `/api/records/${recordId}/events`, { type: 'withdrawn', reason: '误点' });
    await readThrice('superiorReviewer');
    const lines = await everyPage<{ subjectId: string; viewerName: string }>('auditor', '/api/reading-log?limit=1');
    const kept = await world.platform.db.selectFrom('reading').select('subject_id').execute();
    expect(lines.length).toBe(kept.length);
    const ofRecord = lines.filter(({ subjectId }) => subjectId === recordId);
    expect(ofRecord.map(({ viewerName }) => viewerName).sort()).toEqual(['reviewer 演示', 'superiorReviewer 演示']);
  });

  test('of accounts hold each once, and nothing of any record', async () => {
    const listed = await everyPage<Record<string, string>>('administrator', '/api/accounts?limit=5');
    expect(listed.map(({ username }) => username)).toEqual(
      Object.keys(accounts)
        .map((name) => name.toLowerCase())
        .sort(),
    );
    expect(new Set(listed.flatMap((account) => Object.keys(account)))).toEqual(
      new Set(['id', 'username', 'name', 'role', 'institutionName']),
    );
  });

  test.each([
    ['no base64', '%'],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['one part', Buffer.from('["2026"]').toString('base64url')],
    ['a number', Buffer.from('[1,"x"]').toString('base64url')],
    ['an object', Buffer.from('{"a":1}').toString('base64url')],
    ['nothing', ''],
    ['far too much', 'A'.repeat(401)],
  ])('refuse a cursor of %s', async (_, cursor) => {
    for (const [account, path] of [
      ['judge', '/api/records'],
      ['reviewer', '/api/matters'],
      ['auditor', '/api/reading-log'],
      ['administrator', '/api/accounts'],
    ] as const) {
      const answer = await world.ask(account, 'GET', `${path}?cursor=${encodeURIComponent(cursor)}`);
      // An empty cursor is the first page.
      expect([path, answer.status]).toEqual([path, cursor === '' ? 200 : 400]);
      if (cursor) expect((await answer.json()).fields[0].path).toBe('cursor');
    }
  });

  test('take a cursor for data, never for SQL', async () => {
    const cursor = Buffer.from(JSON.stringify(["' OR 1=1 --", "'; DROP TABLE record; --"])).toString('base64url');
    expect((await world.ask('judge', 'GET', `/api/records?cursor=${cursor}`)).status).toBe(200);
    expect((await world.ask('judge', 'GET', '/api/records?limit=1')).status).toBe(200);
  });

  test.each(['0', '101', '-1', '1.5', 'x', '1&limit=2'])('are of 1 to 100 items, not of %s', async (limit) => {
    const answer = await world.ask('judge', 'GET', `/api/records?limit=${limit}`);
    expect([answer.status, (await answer.json()).fields[0].path]).toEqual([400, 'limit']);
  });
});

describe('the list of records', () => {
  const listed = async (account: AccountName, query: string) => {
    const items = await everyPage<RecordSummary>(account, `/api/records?limit=100&${query}`);
    return items.map(({ id }) => id);
  };
  const submitted = (caseNumber: string) =>
    submitRecord(world, { capture: { caseNumbers: [caseNumber] }, details: { caseNumber } });

  test('is searched by any part of the case number', async () => {
    const id = await submitted('（2026）内0105刑初8888号');
    for (const part of ['8888', '内0105刑初8888', '（2026）内0105刑初8888号'])
      expect(await listed('judge', `q=${encodeURIComponent(part)}`)).toEqual([id]);
    expect(await listed('judge', 'q=8889')).toEqual([]);
  });

  test.each(['%', '_', '\\', '8888%', "'"])('takes %s for the sign that it is', async (sign) => {
    expect(await listed('judge', `q=${encodeURIComponent(sign)}`)).toEqual([]);
    const id = await submitted(`案号${sign}`);
    expect(await listed('judge', `q=${encodeURIComponent(sign)}`)).toEqual([id]);
  });

  test('shows what was withdrawn to its recorder and to the court above, and not to the own reviewer again', async () => {
    const before = await listed('superiorReviewer', 'state=withdrawn');
    expect(await listed('judge', 'state=withdrawn')).toEqual(before);
    const id = await submitted('（2026）内0105民初7777号');
    await world.ask('judge', 'POST', `/api/records/${id}/events`, { type: 'withdrawn', reason: '误点' });
    expect(await listed('judge', 'state=withdrawn')).toEqual([id, ...before]);
    expect(await listed('superiorReviewer', 'state=withdrawn')).toEqual([id, ...before]);
    for (const account of ['reviewer', 'neighbourReviewer', 'colleague'] as const) {
      expect(await listed(account, 'state=withdrawn')).toEqual([]);
      expect(await listed(account, 'q=7777')).toEqual([]);
    }
  });

  test('keeps a capture to its recorder until it is submitted', async () => {
    const captured = await listed('judge', 'state=captured');
    expect(captured).toEqual([]);
    for (const account of ['reviewer', 'superiorReviewer'] as const)
      expect(await listed(account, 'state=captured')).toEqual([]);
  });
});

describe('a submission', () => {
  const submit = (id: string, changes = {}) =>
    world.ask('judge', 'POST', `/api/records/${id}/events`, { type: 'submitted', details: someDetails(changes) });
  const historyOf = async (id: string): Promise<string[]> => {
    const view = await (await world.ask('judge', 'GET', `/api/records/${id}`)).json();
    return view.history.map(({ type }: { type: string }) => type);
  };

  test('that arrives twice is one, even where it was accepted in between', async () => {
    const id = await submitRecord(world);
    expect((await submit(id)).status).toBe(200);
    await acceptRecord(world, id);
    expect((await submit(id)).status).toBe(200);
    expect(await historyOf(id)).toEqual(['captured', 'submitted', 'accepted']);
  });

  test('with other words is another, and comes too late', async () => {
    const id = await submitRecord(world);
    expect((await submit(id, { request: '改口' })).status).toBe(409);
  });

  test('goes again, even unchanged, after it was returned', async () => {
    const id = await submitRecord(world);
    await world.ask('reviewer', 'POST', `/api/records/${id}/events`, { type: 'returned', reason: '请核对' });
    expect((await submit(id)).status).toBe(200);
    expect(await historyOf(id)).toEqual(['captured', 'submitted', 'returned', 'submitted']);
  });

  test('names only officials of the directory', async () => {
    const id = await submitRecord(world);
    await world.ask('reviewer', 'POST', `/api/records/${id}/events`, { type: 'returned', reason: '请核对' });
    const actor = { ...someDetails().actor, officialId: crypto.randomUUID() };
    const answer = await submit(id, { actor });
    expect([answer.status, (await answer.json()).fields[0].path]).toEqual([400, 'details.actor.officialId']);
  });

  test('tells its reviewer nothing of who recorded', async () => {
    const id = await submitRecord(world);
    const text = await (await world.ask('reviewer', 'GET', `/api/records/${id}`)).text();
    expect(text).not.toContain(accounts.judge.id);
    expect(text).not.toContain('judge 演示');
  });
});
