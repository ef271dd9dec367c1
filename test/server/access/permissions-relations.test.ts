/**
 * Every route that reaches for a thing × every account × every relation, compared with the table. Who is not admitted gets
 * what does not exist: the same status, headers and body, and the same queries run.
 */
import type { LogEvent } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, may, permissions } from '../../../shared/access/permissions.ts';
import { matterTransitions } from '../../../shared/matter/workflow.ts';
import { recordTransitions } from '../../../shared/record/workflow.ts';
import { codesOf, outcomes } from '../../../shared/vocabulary.ts';
import { type MountedRoute, routesOf } from '../support/routes.ts';
import { type Ids, type Thing, telltale, things, unknown, upload } from '../support/standing.ts';
import { type AccountName, accounts, openWorld, someDetails, type World } from '../support/world.ts';

let world: World;
const queries: string[] = [];
beforeAll(async () => {
  world = await openWorld({ log: ({ query }: LogEvent) => queries.push(query.sql) });
});
afterAll(() => world.close());

const names = Object.keys(accounts) as AccountName[];

/** One way of asking a route, and the action that it needs. */
interface Attempt {
  readonly name: string;
  readonly action: Action;
  readonly changes: boolean;
  ask(account: AccountName, ids: Ids): Promise<Response>;
}

const determined = {
  determination: 'interference',
  officialId: null,
  capacity: 'official',
  conducts: [],
  typicalCircumstances: [],
  typicalCase: false,
  reason: '事实清楚',
};
/** A body for every step: what its schema admits. */
const recordBodies: Record<keyof typeof recordTransitions, object> = {
  submitted: { details: someDetails({ request: telltale }) },
  accepted: { matterId: null },
  returned: { reason: '请补充' },
  withdrawn: { reason: '误点' },
};
const matterBodies: Record<keyof typeof matterTransitions, object> = {
  screened: { opinion: 'interference', reason: '涉嫌' },
  shelved: { note: '' },
  referred: { note: '' },
  studied: { note: '经研究' },
  determined,
  approved: { approvedBy: '演示区委', approvedOn: '2026-11-01', documentNumber: '' },
  released: { scope: 'system', note: '' },
  closed: { note: '' },
  disclosed: { note: '公开' },
  outcome: {
    outcome: codesOf(outcomes)[0],
    decidedOn: '2026-11-01',
    instrument: '',
  },
  corrected: determined,
  retracted: { reason: '撤销' },
  reopened: { reason: '复查' },
};

const addressOf = ({ path }: MountedRoute, { id, evidenceId }: Ids) =>
  path.replace(':id', id).replace(':evidenceId', evidenceId);

/** The ways of asking a route that names a record, a matter or a credential. */
function attemptsOf(route: MountedRoute, action: Action): Attempt[] {
  const { name, method } = route;
  const posted = (step: string, needed: Action, body: (type: string) => object): Attempt => ({
    name: `${name} ${step}`,
    action: needed,
    changes: true,
    ask: (account, ids) => world.ask(account, 'POST', addressOf(route, ids), body(step)),
  });
  if (name === 'POST /api/records/:id/events')
    return codesOf(recordTransitions).map((type) =>
      posted(type, recordTransitions[type].action, () => ({ type, ...recordBodies[type] })),
    );
  if (name === 'POST /api/matters/:id/events')
    // Of a version that never was: whoever is admitted is told so, and nothing changes.
    return codesOf(matterTransitions).map((type) =>
      posted(type, matterTransitions[type].action, () => ({
        expectedVersion: 999,
        step: { type, ...matterBodies[type] },
      })),
    );
  if (method === 'PUT') return [{ name, action, changes: true, ask: (account, ids) => upload(world, account, ids) }];
  return [
    {
      name,
      action,
      changes: method !== 'GET',
      ask: (account, ids) => world.ask(account, method, addressOf(route, ids), method === 'POST' ? {} : undefined),
    },
  ];
}

/** What the parts of an address name. */
const kinds: Record<string, Thing['kind']> = {
  '/api/records/:id': 'record',
  '/api/matters/:id': 'matter',
  '/api/capture-credentials/:id': 'credential',
};
const kindOf = (path: string) => Object.entries(kinds).find(([beginning]) => path.startsWith(beginning))?.[1] ?? null;

/** Routes with a parameter that names nothing of anybody else’s. */
const withoutThing: Record<string, string> = {
  'PUT /api/captures/:captureId': 'by the capture credential only, and looked up within its account',
  'GET /api/self-checks/:year': 'a year; the official is the account’s own',
  'POST /api/self-checks/:year': 'the same',
  'GET /api/self-checks/:year/statement.docx': 'the same',
  'GET /docs/:asset': 'a file of the documentation',
};

test('every route with a parameter is walked here, or says why not', () => {
  const open = routesOf(world.app).filter(({ path }) => path.includes(':') && !kindOf(path));
  expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(withoutThing).sort());
});

interface Seen {
  readonly answer: unknown;
  readonly queries: string[];
  readonly status: number;
}

async function seen(ask: Promise<Response>): Promise<Seen> {
  queries.length = 0;
  const answer = await ask;
  const body = await answer.text();
  return { status: answer.status, answer: [answer.status, [...answer.headers], body], queries: [...queries] };
}

describe.each(things)('$name', (thing) => {
  test.each(names)('is for %s what the table says, and otherwise does not exist', async (account) => {
    await world.cookieOf(account);
    const ids = await thing.make(world);
    const relations = thing.relationsOf(account);
    for (const route of routesOf(world.app)) {
      if (route.action === null || kindOf(route.path) !== thing.kind) continue;
      for (const attempt of attemptsOf(route, route.action)) {
        const allowed = may(accounts[account].role, attempt.action, relations);
        if (allowed) {
          const target = attempt.changes && thing.kind !== 'matter' ? await thing.make(world) : ids;
          const { status } = await seen(attempt.ask(account, target));
          // 409: the step is not for this state, or the version is not the present one.
          expect([attempt.name, [200, 201, 409].includes(status), status]).toEqual([attempt.name, true, status]);
        } else {
          const foreign = await seen(attempt.ask(account, ids));
          const none = await seen(attempt.ask(account, { id: unknown, evidenceId: ids.evidenceId }));
          expect([attempt.name, foreign.status]).toEqual([attempt.name, 404]);
          expect([attempt.name, foreign]).toEqual([attempt.name, none]);
        }
      }
    }
  });
});

describe('a list', () => {
  /** Every id of a list, page by page. */
  async function listed(account: AccountName, path: string): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await world.ask(account, 'GET', `${path}limit=100${cursor && `&cursor=${cursor}`}`);
      if (answer.status === 404) return [];
      const page: { items: { id: string }[]; nextCursor: string | null } = await answer.json();
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return found;
  }

  test('holds just what its reader may open, by the same relations', async () => {
    const made = await Promise.all(things.map(async (thing) => ({ thing, ...(await thing.make(world)) })));
    for (const [kind, action, paths] of [
      ['record', 'record:read', ['/api/records?', '/api/records?state=withdrawn&']],
      ['matter', 'matter:read', ['/api/matters?']],
    ] as const)
      for (const account of names) {
        const found = new Set((await Promise.all(paths.map((path) => listed(account, path)))).flat());
        for (const { thing, id } of made.filter((one) => one.thing.kind === kind)) {
          const readable = may(accounts[account].role, action, thing.relationsOf(account));
          expect([account, thing.name, found.has(id)]).toEqual([account, thing.name, readable]);
        }
      }
  });
});

describe('an administrator', () => {
  test('has no action that shows what anybody recorded', () => {
    const actions = (Object.keys(permissions) as Action[]).filter((action) => 'administrator' in permissions[action]);
    expect(
      actions.filter((action) => /^(record|matter|evidence|feed|statistics|capture|reading)/.test(action)),
    ).toEqual([]);
  });

  test.each(['administrator', 'auditor'] as const)(
    'finds nothing of any content at any route (%s)',
    async (account) => {
      const ids = await Promise.all(things.map((thing) => thing.make(world)));
      for (const route of routesOf(world.app)) {
        if (route.path.startsWith('/api/auth/sign-out')) continue;
        for (const one of route.path.includes(':id') ? ids : ids.slice(0, 1)) {
          const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
          const path = addressOf(route, one).replace(':year', '2026').replace(/:\w+/g, unknown);
          const answer = await world.ask(account, route.method, path, body);
          expect([route.name, (await answer.text()).includes(telltale)]).toEqual([route.name, false]);
        }
      }
    },
  );
});

/** Numbers that would count what others recorded. */
const counting = /position|sequence|offset|index|rowid|serial|leaf|logsize|treesize/i;
const identifier = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\w{32})$/;

function* members(value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield [key, member];
    yield* members(member);
  }
}

test('no answer carries a place in the log or an id that counts', async () => {
  const ids: Ids[] = [];
  for (const thing of things) ids.push(await thing.make(world));
  let walked = 0;
  for (const account of names) {
    for (const route of routesOf(world.app)) {
      // The recorder's own receipts prove a place in the log of their institution; rule 5 admits recorders there.
      if (route.method !== 'GET' || route.path.endsWith('/receipts') || route.path === '/openapi.json') continue;
      for (const one of route.path.includes(':id') ? ids : ids.slice(0, 1)) {
        const answer = await world.ask(account, 'GET', addressOf(route, one).replace(':year', '2026'));
        if (!answer.ok || !/^application\/json/.test(answer.headers.get('content-type') ?? '')) continue;
        walked += 1;
        for (const [key, member] of members(await answer.json())) {
          expect([route.name, key]).not.toEqual([route.name, expect.stringMatching(counting)]);
          if (/^id$|[a-z]Id$/.test(key) && member !== null)
            expect([route.name, key, member]).toEqual([route.name, key, expect.stringMatching(identifier)]);
        }
      }
    }
  }
  expect(walked).toBeGreaterThan(50);
});
