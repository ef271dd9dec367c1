/** Every step of a matter in every state for every account, as the tables say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, type Relation } from '../../../shared/access/permissions.ts';
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import { type MatterState, matterStates, matterTransitions } from '../../../shared/matter/workflow.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { type AccountName, accounts, officials, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const names = Object.keys(accounts) as AccountName[];
const unknown = '00000000-0000-4000-8000-000000000000';

const determination = {
  determination: 'improper',
  officialId: officials.deputy.id,
  capacity: 'official',
  conducts: ['private-meeting'],
  typicalCircumstances: ['treat'],
  typicalCase: false,
  reason: '经核查',
} as const satisfies Partial<MatterStepInput>;

const inputs: Record<keyof typeof matterTransitions, object> = {
  screened: { type: 'screened', opinion: 'inquiry', reason: '一般过问' },
  shelved: { type: 'shelved', note: '' },
  referred: { type: 'referred', note: '' },
  studied: { type: 'studied', note: '经研究' },
  determined: { type: 'determined', ...determination },
  approved: { type: 'approved', approvedBy: '演示区委', approvedOn: '2026-11-01', documentNumber: '' },
  released: { type: 'released', scope: 'district', note: '' },
  closed: { type: 'closed', note: '' },
  disclosed: { type: 'disclosed', note: '向社会公开' },
  outcome: { type: 'outcome', outcome: 'criticism', decidedOn: '2026-11-02', instrument: '' },
  corrected: { type: 'corrected', ...determination },
  retracted: { type: 'retracted', reason: '认定有误' },
  reopened: { type: 'reopened', reason: '有新的情况' },
};

const [screened, referred, studied, determined, approved] = stepsToApproval();
const inquiry: [AccountName, MatterStepInput] = [
  'reviewer',
  { type: 'screened', opinion: 'inquiry', reason: '一般了解进度' },
];
const lawful: [AccountName, MatterStepInput] = [
  'committee',
  { ...determination, type: 'determined', determination: 'lawful-duty', conducts: [], typicalCircumstances: [] },
];
const shelved: [AccountName, MatterStepInput] = ['reviewer', { type: 'shelved', note: '' }];
const closed: [AccountName, MatterStepInput] = ['committee', { type: 'closed', note: '' }];

type Road = ([AccountName, MatterStepInput] | undefined)[];
const roads: [string, MatterState, Road][] = [
  ['opened', 'opened', []],
  ['screened as interference', 'screened', [screened]],
  ['screened as an inquiry', 'screened', [inquiry]],
  ['shelved', 'shelved', [inquiry, shelved]],
  ['referred', 'referred', [screened, referred]],
  ['studied', 'studied', [screened, referred, studied]],
  ['determined as interference', 'determined', [screened, referred, studied, determined]],
  ['determined as lawful duty', 'determined', [screened, referred, studied, lawful]],
  ['approved', 'approved', [screened, referred, studied, determined, approved]],
  ['released', 'released', [screened, referred, studied, determined, approved, release]],
  ['closed after its release', 'closed', [screened, referred, studied, determined, approved, release, closed]],
  ['closed without a release', 'closed', [screened, referred, studied, determined, closed]],
];

async function walk(road: Road): Promise<string> {
  const id = await acceptRecord(world, await submitRecord(world));
  const taken = road.flatMap((step) => (step ? [step] : []));
  if (taken.length > 0) await walkMatter(world, id, taken);
  return id;
}

/** How each account stands to such a matter, worked out by hand: it is the district's, and goes to the district's committee. */
function relationOf(account: AccountName, road: Road): Relation[] {
  if (accounts[account].institution === 'district') return ['own-institution'];
  if (account === 'committee') return road.includes(referred) ? ['addressee'] : [];
  if (account === 'discipline') return road.includes(release) ? ['addressee'] : [];
  return [];
}

/** What is held to be interference is not shelved (Art. 7); what is not is not notified (Art. 8). */
function isFoundSo(step: string, road: Road): boolean {
  if (step === 'shelved') return road.includes(inquiry);
  return step !== 'approved' || !road.includes(lawful);
}

test('every state has its road', () => {
  expect([...new Set(roads.map(([, state]) => state))].sort()).toEqual(Object.keys(matterStates).sort());
});

describe.each(roads)('a matter that is %s', (_, state, road) => {
  test('takes the steps that the tables allow, and views list just these', async () => {
    const id = await walk(road);
    const none = async (account: AccountName, step: object) => {
      const request = { expectedVersion: 1, step };
      return (await world.ask(account, 'POST', `/api/matters/${unknown}/events`, request)).text();
    };
    for (const account of names) {
      const { role } = accounts[account];
      const relations = relationOf(account, road);
      const answer = await world.ask(account, 'GET', `/api/matters/${id}`);
      expect([account, answer.status]).toEqual([account, may(role, 'matter:read', relations) ? 200 : 404]);
      const view: MatterView | null = answer.ok ? await answer.json() : null;
      const version = 1 + road.length;
      if (view) expect([view.state, view.version]).toEqual([state, version]);
      const possible: string[] = [];
      for (const step of codesOf(matterTransitions)) {
        const { action, from } = matterTransitions[step];
        const allowed = may(role, action, relations);
        const here = (from as readonly string[]).includes(state) && isFoundSo(step, road);
        // A step that succeeds changes the matter: each gets one of its own.
        const target = allowed && here ? await walk(road) : id;
        const request = { expectedVersion: version, step: inputs[step] };
        const taken = await world.ask(account, 'POST', `/api/matters/${target}/events`, request);
        expect([account, step, taken.status]).toEqual([account, step, allowed ? (here ? 200 : 409) : 404]);
        if (!allowed) expect(await taken.text()).toBe(await none(account, inputs[step]));
        if (!allowed || !here) continue;
        possible.push(step);
        const after: MatterView = await taken.json();
        expect(after.state).toBe(matterTransitions[step].to ?? state);
        expect([after.version, after.history.at(-1)?.step.type]).toEqual([version + 1, step]);
      }
      if (view) expect([account, view.steps]).toEqual([account, possible]);
    }
  });
});

describe('a step', () => {
  test.each([
    [
      'for an official whom nobody knows',
      { type: 'determined', ...determination, officialId: unknown },
      'step.officialId',
      /名录/,
    ],
    ['without its reason', { type: 'screened', opinion: 'inquiry', reason: ' ' }, 'step.reason', /^请写明理由$/],
    ['that nobody knows', { type: 'burned' }, 'step.type', /^办理步骤：不在可选范围内$/],
  ])('%s is refused in words that name the field', async (_, step, path, message) => {
    const id = await walk([screened, referred]);
    const answer = await world.ask('committee', 'POST', `/api/matters/${id}/events`, { expectedVersion: 3, step });
    expect([answer.status, (await answer.json()).fields]).toEqual([
      400,
      [{ path, message: expect.stringMatching(message) }],
    ]);
  });

  test('of two officers at the same moment is taken once', async () => {
    const id = await walk([screened, referred]);
    const request = { expectedVersion: 3, step: inputs.studied };
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.ask('committee', 'POST', `/api/matters/${id}/events`, request)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('joins no record to a matter of another institution, nor to one already referred', async () => {
    const record = await submitRecord(world);
    const join = async (matterId: string) =>
      (await world.ask('reviewer', 'POST', `/api/records/${record}/events`, { type: 'accepted', matterId })).status;
    const foreign = await acceptRecord(
      world,
      await submitRecord(world, {
        details: { actor: { officialId: officials.president.id, name: '演某丙', organ: '', post: '' } },
      }),
      'superiorReviewer',
    );
    expect([await join(foreign), await join(unknown), await join(await walk([screened, referred]))]).toEqual([
      404, 404, 409,
    ]);
  });
});
