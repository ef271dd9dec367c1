/** What recorders learn of the readings of their record, and when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordView } from '../../../shared/record/view.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { type AccountName, openWorld, type World } from '../support/world.ts';

let world: World;
let now = new Date('2026-11-20T02:00:00.000Z');
beforeAll(async () => {
  world = await openWorld({ clock: () => now });
});
afterAll(() => world.close());

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 60 * 60_000);
};
const view = async (account: AccountName, id: string): Promise<RecordView> =>
  (await world.ask(account, 'GET', `/api/records/${id}`)).json();

describe('the readings of a record', () => {
  test('are shown to its recorder by role once the matter is closed, each hour of a viewer once', async () => {
    const id = await submitRecord(world);
    for (const hours of [0, 0, 1]) {
      later(hours);
      await view('reviewer', id);
    }
    later(1);
    const matterId = await acceptRecord(world, id);
    later(1);
    await walkMatter(world, matterId, [...stepsToApproval(), release]);
    expect((await view('judge', id)).readings).toBeNull();
    later(1);
    await walkMatter(world, matterId, [['committee', { type: 'closed', note: '' }]]);
    // The reviewer: the hours in which they read it, accepted it, and took the matter's steps; the committee: two hours.
    expect((await view('judge', id)).readings).toEqual([
      { role: 'reviewer', times: 4 },
      { role: 'committee', times: 2 },
    ]);
    const answered = JSON.stringify(await view('judge', id));
    for (const name of ['reviewer 演示', 'committee 演示']) expect(answered).not.toContain(name);
    expect((await view('reviewer', id)).readings).toBeNull();
  });

  test('leave out what was read of the matter before the record came into it', async () => {
    const first = await submitRecord(world);
    const matterId = await acceptRecord(world, first);
    later(1);
    await world.ask('reviewer', 'GET', `/api/matters/${matterId}`);
    later(1);
    const second = await submitRecord(world, { judge: 'colleague' });
    await world.ask('reviewer', 'POST', `/api/records/${second}/events`, { type: 'accepted', matterId });
    await walkMatter(world, matterId, [
      ['reviewer', { type: 'screened', opinion: 'unfounded', reason: '不属实' }],
      ['reviewer', { type: 'shelved', note: '' }],
    ]);
    expect((await view('judge', first)).readings).toEqual([{ role: 'reviewer', times: 3 }]);
    expect((await view('colleague', second)).readings).toEqual([{ role: 'reviewer', times: 1 }]);
  });

  test('are hidden again where a shelved matter is taken up again', async () => {
    const id = await submitRecord(world);
    const matterId = await acceptRecord(world, id);
    await walkMatter(world, matterId, [
      ['reviewer', { type: 'screened', opinion: 'unfounded', reason: '不属实' }],
      ['reviewer', { type: 'shelved', note: '' }],
    ]);
    expect((await view('judge', id)).readings).not.toBeNull();
    await walkMatter(world, matterId, [['reviewer', { type: 'reopened', reason: '复查' }]]);
    expect((await view('judge', id)).readings).toBeNull();
  });
});
