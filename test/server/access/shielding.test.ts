/**
 * Rule 5: what a leader's account, or no account, gets from any route is a pure function of released matters. Two worlds
 * that differ only in unreleased records and matters give the same status, headers and bytes, and run the same queries.
 */
import { hash } from 'node:crypto';
import * as fc from 'fast-check';
import type { LogEvent } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { selfCheckGroups, selfCheckItems } from '../../../shared/self-check/items.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { routesOf } from '../support/routes.ts';
import { type AccountName, aCapture, officials, openWorld, someDetails, type World } from '../support/world.ts';

/** An even clock: the worlds are asked at the same instant. */
const now = new Date('2026-11-20T02:00:00.000Z');
let quiet: Observed;
let busy: Observed;

interface Observed {
  world: World;
  queries: string[];
}

async function observed(): Promise<Observed> {
  const queries: string[] = [];
  const log = ({ query }: LogEvent) => queries.push(query.sql);
  let ids = 0;
  // The same ids in both worlds, as far as released matters go: those come first.
  const newId = () => `90000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  return { world: await openWorld({ log, clock: () => now, newId }), queries };
}

beforeAll(async () => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  [quiet, busy] = [await observed(), await observed()];
  for (const { world } of [quiet, busy]) {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, [...stepsToApproval(), release]);
    for (const leader of ['leader', 'otherLeader'] as const)
      for (const year of ['2025', '2026'])
        expect((await world.ask(leader, 'POST', `/api/self-checks/${year}`, selfCheck)).status).toBe(200);
    // The second leader signs in now: later nothing but the question differs.
    await world.ask('otherLeader', 'GET', '/api/session');
  }
});
afterAll(async () => {
  await quiet.world.close();
  await busy.world.close();
  vi.useRealTimers();
});

/** Routes whose answers are fresh by nature, or that would end the session under which everything is asked. */
const apart: Record<string, string> = {
  'GET /api/connection': 'each world has a key of its own, which that address shows',
  'POST /api/auth/device/code': 'answers a fresh code',
  'POST /api/auth/sign-out': 'ends the session',
};

/** Every option that a route of ours takes; each route reads its own and leaves the rest. */
const options =
  'year=2026&quarter=3&q=ym&limit=1&since=0&only=released&sort=name&organKind=government&user_code=ABCD2345&cursor=W10';

/** The self-check that the leader has submitted, once more: a change of nothing. */
const selfCheck = {
  answers: Object.keys(selfCheckGroups).flatMap((group) =>
    selfCheckItems.map((item) => ({ ...item, group, happened: false, explanation: '' })),
  ),
  statement: '无',
};

/** What is sent to a route of a method, beside its address: plausible, and the same in both worlds. */
function sendings(
  method: string,
): readonly (readonly [method: string, headers: Record<string, string>, body?: string])[] {
  if (method === 'GET')
    return [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { accept: 'text/csv', 'if-none-match': '*', range: 'bytes=0-9' }],
    ];
  const body = JSON.stringify(selfCheck);
  return [
    [method, { 'content-type': 'application/json' }, body],
    ['OPTIONS', { origin: 'chrome-extension://abcdefghijklmnop', 'access-control-request-method': method }],
  ];
}

/** All that an account, or nobody, gets from every route: with each of the ids in it, all options, in every format. */
async function everything({ world, queries }: Observed, account: AccountName | null, ids: readonly string[]) {
  const seen: unknown[] = [];
  const signedIn: Record<string, string> = account
    ? { cookie: await world.cookieOf(account), origin: world.platform.origin }
    : {};
  for (const { name, method, path } of routesOf(world.app)) {
    if (name in apart) continue;
    const named = /:(id|captureId|evidenceId)/.test(path) ? ids : ids.slice(0, 1);
    const years = path.includes(':year') ? ['2025', '2026'] : [''];
    for (const id of named)
      for (const year of years) {
        const address = path.replace(':year', year).replace(/:\w+(\{[^}]*\})?/g, id);
        for (const [sent, headers, body] of sendings(method))
          for (const query of sent === 'GET' ? ['', `?${options}`] : ['']) {
            queries.length = 0;
            const answer = await world.request(address + query, {
              method: sent,
              headers: { ...signedIn, ...headers },
              body,
            });
            const bytes = hash('sha256', new Uint8Array(await answer.arrayBuffer()));
            seen.push([name, sent, address + query, answer.status, [...answer.headers], bytes, [...queries]]);
          }
      }
  }
  return seen;
}

const actors = { mayor: officials.mayor, deputy: officials.deputy, president: officials.president };

/** Something unreleased: a record about somebody, how far it gets, and what happens beside the line. */
interface Unreleased {
  about: keyof typeof actors;
  judge: AccountName;
  /** Where it stays: the record's own states, or a matter that has gone so many steps short of its release. */
  stays: 'captured' | 'submitted' | 'withdrawn' | 'returned' | 'resubmitted' | 'shelved' | 'reopened' | number;
  evidence: boolean;
  /** Another record of the same approach, by the other judge, is merged into the matter. */
  merged: boolean;
}
const unreleased: fc.Arbitrary<Unreleased> = fc.record({
  about: fc.constantFrom(...(Object.keys(actors) as (keyof typeof actors)[])),
  judge: fc.constantFrom<AccountName>('judge', 'colleague'),
  stays: fc.oneof(
    fc.constantFrom('captured', 'submitted', 'withdrawn', 'returned', 'resubmitted', 'shelved', 'reopened'),
    fc.integer({ min: 0, max: stepsToApproval().length }),
  ),
  evidence: fc.boolean(),
  merged: fc.boolean(),
});

const expectOk = async (asked: Promise<Response>) => {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer;
};

const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]);

/** Lets it happen. @returns every id that it has */
async function happen(world: World, { about, judge, stays, evidence, merged }: Unreleased): Promise<string[]> {
  const screenshot = evidence
    ? { sha256: hash('sha256', picture), mediaType: 'image/png' as const, bytes: picture.byteLength }
    : null;
  const capture = aCapture({ screenshot });
  const token = await world.captureToken(judge);
  const kept = await expectOk(world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture));
  const { recordId } = await kept.json();
  const ids: string[] = [recordId, capture.captureId];
  if (screenshot) {
    const evidenceId = crypto.randomUUID();
    ids.push(evidenceId);
    const headers = {
      cookie: await world.cookieOf(judge),
      origin: world.platform.origin,
      'content-type': 'image/png',
      'x-content-sha256': screenshot.sha256,
    };
    const address = `/api/records/${recordId}/evidence/${evidenceId}`;
    await expectOk(world.request(address, { method: 'PUT', headers, body: picture }));
  }
  if (stays === 'captured') return ids;
  const { id: officialId, name, organ } = actors[about];
  const details = someDetails({ actor: { officialId, name, organ, post: '' } });
  const reviewer = about === 'president' ? 'superiorReviewer' : 'reviewer';
  const step = (account: AccountName, body: object, record = recordId) =>
    expectOk(world.ask(account, 'POST', `/api/records/${record}/events`, body));
  await step(judge, { type: 'submitted', details });
  if (stays === 'withdrawn') await step(judge, { type: 'withdrawn', reason: '误点' });
  if (stays === 'returned' || stays === 'resubmitted') await step(reviewer, { type: 'returned', reason: '请补充' });
  if (stays === 'resubmitted') await step(judge, { type: 'submitted', details: { ...details, request: '补充' } });
  if (typeof stays === 'string' && stays !== 'shelved' && stays !== 'reopened') return ids;
  const matterId = await acceptRecord(world, recordId, reviewer);
  ids.push(matterId);
  if (merged) {
    const other = await submitRecord(world, { judge: judge === 'judge' ? 'colleague' : 'judge', details });
    await step(reviewer, { type: 'accepted', matterId }, other);
    ids.push(other);
  }
  if (typeof stays === 'string') {
    await walkMatter(world, matterId, [
      [reviewer, { type: 'screened', opinion: 'unfounded', reason: '不属实' }],
      [reviewer, { type: 'shelved', note: '' }],
    ]);
    if (stays === 'reopened') await walkMatter(world, matterId, [[reviewer, { type: 'reopened', reason: '复查' }]]);
    return ids;
  }
  // The court above refers to a committee that has no account in this world: those matters stop at the screening.
  const road = stepsToApproval(officialId).slice(0, about === 'president' ? Math.min(stays, 1) : stays);
  const steps = road.map(([account, taken]): (typeof road)[number] => [
    account === 'reviewer' ? reviewer : account,
    taken,
  ]);
  if (steps.length > 0) await walkMatter(world, matterId, steps);
  return ids;
}

test('unreleased records and matters leave no trace for a leader, nor for whoever is not signed in', async () => {
  const askers = ['leader', 'otherLeader', null] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(unreleased, { minLength: 1, maxLength: 3 }), async (occurrences) => {
      const ids: string[] = [crypto.randomUUID()];
      for (const occurrence of occurrences) ids.push(...(await happen(busy.world, occurrence)));
      for (const asker of askers) {
        expect(await everything(busy, asker, ids)).toEqual(await everything(quiet, asker, ids));
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('while a release does show to the leader concerned, and to no other', async () => {
  const before = [await everything(busy, 'leader', ['x']), await everything(busy, 'otherLeader', ['x'])];
  const matterId = await acceptRecord(busy.world, await submitRecord(busy.world));
  await walkMatter(busy.world, matterId, [...stepsToApproval(), release]);
  expect(await everything(busy, 'leader', ['x'])).not.toEqual(before[0]);
  expect(await everything(busy, 'otherLeader', ['x'])).toEqual(before[1]);
}, 60_000);
