/** Every route for every account, and every record in every state for every relation, as the permission table says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, permissions, type Relation } from '../../../shared/access/permissions.ts';
import type { RecordStepInput } from '../../../shared/record/details.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { type RecordState, recordTransitions } from '../../../shared/record/workflow.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { acceptRecord, submitRecord } from '../support/journey.ts';
import { routesOf } from '../support/routes.ts';
import {
  type AccountName,
  aCapture,
  accounts,
  officials,
  openWorld,
  someDetails,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const names = Object.keys(accounts) as AccountName[];
const unknown = '00000000-0000-4000-8000-000000000000';

describe('every route', () => {
  test('asks whoever is not signed in to do so, and says nothing else', async () => {
    const bodies = new Set<string>();
    for (const { name, method, addressOf, action } of routesOf(world.app)) {
      if (action === null) continue;
      const answer = await world.ask(null, method, addressOf(unknown), method === 'GET' ? undefined : {});
      expect([name, answer.status]).toEqual([name, 401]);
      bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
  });

  test.each(names)('is for %s what the table says', async (account) => {
    const nothing = await (await world.request(`/api/records-that-are-none/${unknown}`)).text();
    for (const { name, method, path, addressOf, action } of routesOf(world.app)) {
      if (action === null) continue;
      const answer = await world.ask(account, method, addressOf(unknown), method === 'GET' ? undefined : {});
      const text = await answer.text();
      const granted = action !== 'capture:write' && accounts[account].role in permissions[action];
      if (!granted) expect([name, answer.status, text]).toEqual([name, 404, nothing]);
      else if (method === 'GET' && !/:(id|name)|docx$/.test(path))
        expect([name, answer.status < 300]).toEqual([name, true]);
      else expect([name, [200, 201, 400, 404, 422].includes(answer.status)]).toEqual([name, true]);
    }
  });
});

/** Brings a new record of the judge, which names the mayor, into a state. */
const roads: Record<string, { state: RecordState; submitted: boolean; walk: () => Promise<string> }> = {
  captured: {
    state: 'captured',
    submitted: false,
    async walk() {
      const capture = aCapture();
      const token = await world.captureToken('judge');
      const receipt = await (await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)).json();
      return receipt.recordId;
    },
  },
  submitted: { state: 'submitted', submitted: true, walk: () => submitRecord(world) },
  returned: {
    state: 'returned',
    submitted: true,
    walk: () => afterStep(submitRecord(world), 'reviewer', steps.returned),
  },
  accepted: {
    state: 'accepted',
    submitted: true,
    async walk() {
      const id = await submitRecord(world);
      await acceptRecord(world, id);
      return id;
    },
  },
  'withdrawn after its submission': {
    state: 'withdrawn',
    submitted: true,
    walk: () => afterStep(submitRecord(world), 'judge', steps.withdrawn),
  },
  'withdrawn before its submission': {
    state: 'withdrawn',
    submitted: false,
    walk: () => afterStep(roads.captured?.walk() ?? submitRecord(world), 'judge', steps.withdrawn),
  },
};

const steps: Record<RecordStepInput['type'], RecordStepInput> = {
  // Other words each time: the same again would be the same submission.
  submitted: { type: 'submitted', details: someDetails({ request: '另一份补充' }) },
  accepted: { type: 'accepted', matterId: null },
  returned: { type: 'returned', reason: '请补充时间' },
  withdrawn: { type: 'withdrawn', reason: '误点' },
};

async function afterStep(record: Promise<string>, account: AccountName, step: RecordStepInput): Promise<string> {
  const id = await record;
  expect((await world.ask(account, 'POST', `/api/records/${id}/events`, step)).status).toBe(200);
  return id;
}

/** How each account stands to such a record, worked out by hand. */
function relationOf(account: AccountName, state: RecordState, submitted: boolean): Relation[] {
  if (account === 'judge') return ['own'];
  if (!submitted) return [];
  if (accounts[account].institution === 'district') return state === 'withdrawn' ? [] : ['own-institution'];
  // The superior sees what was withdrawn, and nothing else that it does not handle itself.
  return accounts[account].institution === 'city' && state === 'withdrawn' ? ['subordinate-institution'] : [];
}

describe.each(Object.entries(roads))('a record that is %s', (_, { state, submitted, walk }) => {
  test('is read by those whom it concerns; for all others it does not exist', async () => {
    const id = await walk();
    for (const account of names) {
      const answer = await world.ask(account, 'GET', `/api/records/${id}`);
      const none = await world.ask(account, 'GET', `/api/records/${unknown}`);
      const allowed = may(accounts[account].role, 'record:read', relationOf(account, state, submitted));
      expect([account, answer.status]).toEqual([account, allowed ? 200 : 404]);
      if (!allowed) await expectSame(answer, none);
    }
  });

  test('takes the steps that the table allows, and views list just these', async () => {
    const id = await walk();
    for (const account of names) {
      const possible: string[] = [];
      for (const step of codesOf(recordTransitions)) {
        const { action, from } = recordTransitions[step];
        const allowed = may(accounts[account].role, action, relationOf(account, state, submitted));
        const here = (from as readonly string[]).includes(state);
        // A step that succeeds changes the record: each gets one of its own.
        const target = allowed && here ? await walk() : id;
        const answer = await world.ask(account, 'POST', `/api/records/${target}/events`, steps[step]);
        expect([account, step, answer.status]).toEqual([account, step, allowed ? (here ? 200 : 409) : 404]);
        if (!allowed)
          await expectSame(answer, await world.ask(account, 'POST', `/api/records/${unknown}/events`, steps[step]));
        if (allowed && here) possible.push(step);
      }
      const view = await world.ask(account, 'GET', `/api/records/${id}`);
      if (view.ok) expect([account, ((await view.json()) as RecordView).steps]).toEqual([account, possible]);
    }
  });
});

async function expectSame(answer: Response, other: Response): Promise<void> {
  expect([answer.status, [...answer.headers], await answer.text()]).toEqual([
    other.status,
    [...other.headers],
    await other.text(),
  ]);
}

describe('rule 6', () => {
  const claim = (account: AccountName, officialId: string | null) =>
    world.platform.db.updateTable('user').set({ officialId }).where('id', '=', accounts[account].id).execute();

  test.each([
    ['is named by it', officials.mayor.id],
    ['reports to whom it names', officials.deputy.id],
  ])('a reviewer who %s handles no record and sees none', async (_, officialId) => {
    const id = await submitRecord(world);
    await claim('reviewer', officialId);
    try {
      expect((await world.ask('reviewer', 'GET', `/api/records/${id}`)).status).toBe(404);
      expect((await world.ask('reviewer', 'POST', `/api/records/${id}/events`, steps.accepted)).status).toBe(404);
      const list = await (await world.ask('reviewer', 'GET', '/api/records?limit=100')).text();
      expect(list).not.toContain(id);
    } finally {
      await claim('reviewer', officials.reviewerOfficial.id);
    }
    expect((await world.ask('reviewer', 'GET', `/api/records/${id}`)).status).toBe(200);
  });

  test('a recorder always sees their own', async () => {
    await claim('judge', officials.mayor.id);
    try {
      const id = await submitRecord(world);
      expect((await world.ask('judge', 'GET', `/api/records/${id}`)).status).toBe(200);
    } finally {
      await claim('judge', null);
    }
  });
});
