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
import { type AccountName, aCapture, officials, openWorld, type World } from '../support/world.ts';

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
  // Each world has session tokens of its own.
  const log = ({ query }: LogEvent) =>
    queries.push(`${query.sql} ${JSON.stringify(query.parameters).replace(/\w{32}/g, 'token')}`);
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
    const answers = Object.keys(selfCheckGroups).flatMap((group) =>
      selfCheckItems.map((item) => ({ ...item, group, happened: false, explanation: '' })),
    );
    const submitted = await world.ask('leader', 'POST', '/api/self-checks/2026', { answers, statement: '无' });
    expect(submitted.status).toBe(200);
    // The second leader signs in now: later nothing but the question differs.
    await world.ask('otherLeader', 'GET', '/api/session');
  }
});
afterAll(async () => {
  await quiet.world.close();
  await busy.world.close();
  vi.useRealTimers();
});

/** All that an account, or nobody, gets from every address; with each of the ids in it. */
async function everything({ world, queries }: Observed, account: AccountName | null, ids: readonly string[]) {
  const seen: unknown[] = [];
  for (const { name, method, path, addressOf } of routesOf(world.app)) {
    // Each world has a key of its own, which that address shows.
    if (method !== 'GET' || name === 'GET /api/connection') continue;
    for (const id of path.includes(':id') ? ids : ids.slice(0, 1)) {
      queries.length = 0;
      const answer = await world.ask(account, method, addressOf(id));
      const bytes = hash('sha256', new Uint8Array(await answer.arrayBuffer()));
      seen.push([name, id, answer.status, [...answer.headers], bytes, [...queries]]);
    }
  }
  return seen;
}

const actors = { mayor: officials.mayor, deputy: officials.deputy, president: officials.president };

/** Something unreleased: a record about somebody, and how far it gets. */
interface Unreleased {
  about: keyof typeof actors;
  judge: AccountName;
  progress: number;
  withdrawn: boolean;
}
const unreleased: fc.Arbitrary<Unreleased> = fc.record({
  about: fc.constantFrom(...(Object.keys(actors) as (keyof typeof actors)[])),
  judge: fc.constantFrom<AccountName>('judge', 'colleague'),
  // 0 captured, 1 submitted, 2 accepted, then the steps of the matter short of its release.
  progress: fc.integer({ min: 0, max: 2 + stepsToApproval().length }),
  withdrawn: fc.boolean(),
});

async function happen(world: World, { about, judge, progress, withdrawn }: Unreleased): Promise<string[]> {
  const ids: string[] = [];
  if (progress === 0) {
    const capture = aCapture();
    const token = await world.captureToken(judge);
    const receipt = await (await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)).json();
    return [receipt.recordId, capture.captureId];
  }
  const { id: officialId, name, organ } = actors[about];
  const recordId = await submitRecord(world, { judge, details: { actor: { officialId, name, organ, post: '' } } });
  ids.push(recordId);
  if (progress === 1 && withdrawn) {
    await world.ask(judge, 'POST', `/api/records/${recordId}/events`, { type: 'withdrawn', reason: '误点' });
  }
  if (progress < 2) return ids;
  const reviewer = about === 'president' ? 'superiorReviewer' : 'reviewer';
  const matterId = await acceptRecord(world, recordId, reviewer);
  ids.push(matterId);
  // The court above refers to a committee that has no account in this world: those matters stop at the screening.
  const road = stepsToApproval(officialId).slice(0, about === 'president' ? Math.min(progress - 2, 1) : progress - 2);
  const steps = road.map(([account, step]): (typeof road)[number] => [
    account === 'reviewer' ? reviewer : account,
    step,
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
});

test('while a release does show to the leader concerned, and to no other', async () => {
  const before = [await everything(busy, 'leader', ['x']), await everything(busy, 'otherLeader', ['x'])];
  const matterId = await acceptRecord(busy.world, await submitRecord(busy.world));
  await walkMatter(busy.world, matterId, [...stepsToApproval(), release]);
  expect(await everything(busy, 'leader', ['x'])).not.toEqual(before[0]);
  expect(await everything(busy, 'otherLeader', ['x'])).toEqual(before[1]);
});
