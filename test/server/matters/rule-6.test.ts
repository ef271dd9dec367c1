/** Rule 6: nobody handles what names them or a person they report to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { type AccountName, accounts, institutions, officials, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const referral = stepsToApproval().slice(0, 2);
const determination = {
  type: 'determined',
  determination: 'improper',
  officialId: officials.mayor.id,
  capacity: 'official',
  conducts: ['private-meeting'],
  typicalCircumstances: [],
  typicalCase: false,
  reason: '经核查',
} as const;

async function walk(road: [AccountName, MatterStepInput][]): Promise<string> {
  const id = await acceptRecord(world, await submitRecord(world));
  await walkMatter(world, id, road);
  return id;
}

describe('a matter that names somebody', () => {
  const actor = (official: (typeof officials)[keyof typeof officials]) => ({
    officialId: official.id,
    name: official.name,
    organ: official.organ,
    post: '',
  });
  const claim = (account: AccountName, officialId: string | null) =>
    world.platform.db.updateTable('user').set({ officialId }).where('id', '=', accounts[account].id).execute();

  test.each<[string, AccountName, string]>([
    ['a reviewer who is named', 'reviewer', officials.mayor.id],
    ['a reviewer who reports to whom it names', 'reviewer', officials.deputy.id],
    ['a committee officer who is named', 'committee', officials.mayor.id],
    ['a committee officer who reports to whom it names', 'committee', officials.deputy.id],
    ['an inspector who is named', 'discipline', officials.mayor.id],
  ])('is not for %s, in no view, step or list', async (_, account, officialId) => {
    const { officialId: before } = await world.platform.db
      .selectFrom('user')
      .select('officialId')
      .where('id', '=', accounts[account].id)
      .executeTakeFirstOrThrow();
    const id = await walk([...stepsToApproval(), release]);
    expect((await world.ask(account, 'GET', `/api/matters/${id}`)).status).toBe(200);
    await claim(account, officialId);
    try {
      expect((await world.ask(account, 'GET', `/api/matters/${id}`)).status).toBe(404);
      for (const step of [determination, { type: 'closed', note: '' }]) {
        const request = { expectedVersion: 7, step };
        expect((await world.ask(account, 'POST', `/api/matters/${id}/events`, request)).status).toBe(404);
      }
      expect(await (await world.ask(account, 'GET', '/api/matters?limit=100')).text()).not.toContain(id);
    } finally {
      await claim(account, before);
    }
    expect(await (await world.ask(account, 'GET', '/api/matters?limit=100')).text()).toContain(id);
  });

  test.each([
    ['themself', officials.president.id],
    ['whom they report to', officials.reviewerOfficial.id],
  ])('is determined by nobody against %s', async (_, officialId) => {
    const id = await walk(referral);
    await claim('committee', officialId);
    try {
      const step = { ...determination, officialId: officials.president.id };
      const request = { expectedVersion: 3, step };
      const answer = await world.ask('committee', 'POST', `/api/matters/${id}/events`, request);
      expect([answer.status, (await answer.json()).fields[0].path]).toEqual([400, 'step.officialId']);
      expect((await world.ask('committee', 'GET', `/api/matters/${id}`)).status).toBe(200);
    } finally {
      await claim('committee', null);
    }
  });

  const serveIn = (officialId: string, institutionId: string | null) =>
    world.platform.db
      .updateTable('official')
      .set({ institution_id: institutionId })
      .where('id', '=', officialId)
      .execute();

  const below = (superiorId: string | null) =>
    world.platform.db
      .updateTable('institution')
      .set({ superior_id: superiorId })
      .where('id', '=', institutions.cityCommittee.id)
      .execute();

  test.each<[string, (keyof typeof officials)[], string]>([
    ['the committee itself', ['mayor'], '演示市委政法委'],
    ['nobody in a committee', [], '演示区委政法委'],
    ['one there and one above', ['mayor', 'deputy'], '演示市委'],
    ['one there and one above, the other way round', ['deputy', 'mayor'], '演示市委'],
  ])('in %s is referred to the lowest committee that is not concerned', async (_, serving, expected) => {
    const { committee, cityCommittee } = institutions;
    const [first, second] = serving;
    // A committee above the city's, by whatever name.
    await below(institutions.cityParty.id);
    if (first) await serveIn(officials[first].id, committee.id);
    if (second) await serveIn(officials[second].id, cityCommittee.id);
    try {
      const id = await acceptRecord(world, await submitRecord(world, { details: { actor: actor(officials.mayor) } }));
      const joining = await submitRecord(world, { judge: 'colleague', details: { actor: actor(officials.deputy) } });
      await world.ask('reviewer', 'POST', `/api/records/${joining}/events`, { type: 'accepted', matterId: id });
      const view = await walkMatter(world, id, [
        ['reviewer', { type: 'screened', opinion: 'interference', reason: '涉嫌违法干预' }],
        ['reviewer', { type: 'referred', note: '' }],
      ]);
      expect(view.committeeName).toBe(expected);
    } finally {
      await serveIn(officials.mayor.id, null);
      await serveIn(officials.deputy.id, null);
      await below(null);
    }
  });
});
