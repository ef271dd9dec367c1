import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfCheckViewSchema } from '../../../shared/self-check/self-check.ts';
import { answersOf } from '../feeds/rows.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { openWorld, type World } from '../support/world.ts';
import { textOf, unzip } from '../unzip.ts';

const address = '/api/self-checks/2026';
const submission = { answers: answersOf({ '8:pleading:self': '曾打听案件进展。' }), statement: '引以为戒。' };

let world: World;
let queries: string[];

beforeEach(async () => {
  queries = [];
  world = await openWorld({
    clock: () => new Date('2026-12-01T02:00:00.000Z'),
    log: ({ query }) => queries.push(query.sql),
  });
});

afterEach(() => world.close());

const view = async (account: 'leader' | 'otherLeader' = 'leader') => {
  const answer = await world.ask(account, 'GET', address);
  expect(answer.status).toBe(200);
  return selfCheckViewSchema.strict().parse(await answer.json());
};

/** Status, headers and bytes of an answer, and the SQL that it took. */
async function wholeAnswer(method: string, path: string, body?: unknown) {
  queries = [];
  const answer = await world.ask('leader', method, path, body);
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, body: await answer.text(), queries: [...queries] };
}

describe('what a leader sees', () => {
  it('is the released matters about the own official, and nothing before their release', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, stepsToApproval());
    expect(await view()).toEqual({ year: 2026, submittedAt: null, submission: null, releasedMatters: [] });
    await walkMatter(world, matterId, [release]);
    expect((await view()).releasedMatters).toMatchObject([{ matterId, determination: 'interference' }]);
    expect((await view('otherLeader')).releasedMatters).toEqual([]);
  });

  it('is the same to the byte, and by the same queries, whether unreleased matters exist or not (rule 5)', async () => {
    await world.ask('leader', 'GET', '/api/session');
    const ask = async () => [
      await wholeAnswer('GET', address),
      await wholeAnswer('GET', '/api/self-checks/2025'),
      await wholeAnswer('GET', `${address}/statement.docx`),
      await wholeAnswer('GET', '/api/matters'),
      await wholeAnswer('GET', '/feeds/integrity-review'),
      await wholeAnswer('POST', address, { answers: [] }),
    ];
    const without = await ask();
    await walkMatter(world, await acceptRecord(world, await submitRecord(world)), stepsToApproval());
    expect(await ask()).toEqual(without);
    for (const { queries } of without)
      expect(queries.filter((sql) => /"(matter|record|event|matter_named)"/.test(sql))).toEqual([]);
  });
});

describe('submitting', () => {
  it('keeps the answers for the leader, and for nobody else', async () => {
    const answer = await world.ask('leader', 'POST', address, submission);
    expect(answer.status).toBe(200);
    expect(await view()).toMatchObject({ submittedAt: '2026-12-01T02:00:00.000Z', submission });
    expect((await view('otherLeader')).submission).toBeNull();
  });

  it('replaces an earlier one, keeps both in the history, and takes a repetition for the same', async () => {
    await world.ask('leader', 'POST', address, submission);
    await world.ask('leader', 'POST', address, submission);
    const changed = { ...submission, statement: '补充说明。' };
    await world.ask('leader', 'POST', address, changed);
    expect((await view()).submission).toEqual(changed);
    const events = await world.platform.db
      .selectFrom('event')
      .select(['subject_version', 'type'])
      .where('subject_kind', '=', 'self-check')
      .execute();
    expect(events).toEqual([
      { subject_version: 1, type: 'submitted' },
      { subject_version: 2, type: 'submitted' },
    ]);
  });

  it.each([
    ['an item left out', { ...submission, answers: submission.answers.slice(1) }],
    ['an item answered twice', { ...submission, answers: [...submission.answers.slice(1), submission.answers[1]] }],
    [
      'a code of the other article',
      { ...submission, answers: [{ ...submission.answers[0], article: 9 }, ...submission.answers.slice(1)] },
    ],
    ['有 without an explanation', { answers: submission.answers.map((given) => ({ ...given, explanation: '' })) }],
  ])('refuses %s', async (_, body) => {
    const answer = await world.ask('leader', 'POST', address, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('refuses a year that has not begun', async () =>
    expect((await world.ask('leader', 'POST', '/api/self-checks/2027', submission)).status).toBe(400));
});

describe('everybody else', () => {
  it.each(['judge', 'reviewer', 'committee', 'discipline', 'hr', 'auditor', 'administrator'] as const)(
    '%s finds nothing',
    async (account) => {
      expect((await world.ask(account, 'GET', address)).status).toBe(404);
      expect((await world.ask(account, 'POST', address, submission)).status).toBe(404);
      expect((await world.ask(account, 'GET', `${address}/statement.docx`)).status).toBe(404);
    },
  );

  it('nobody signed in is asked to sign in', async () =>
    expect((await world.ask(null, 'GET', address)).status).toBe(401));
});

describe('the statement', () => {
  it('does not exist before the submission', async () =>
    expect((await world.ask('leader', 'GET', `${address}/statement.docx`)).status).toBe(404));

  it('is a file with a Chinese name that holds the answers and the released matters', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, [...stepsToApproval(), release]);
    await world.ask('leader', 'POST', address, submission);
    const answer = await world.ask('leader', 'GET', `${address}/statement.docx`);
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toContain('filename="self-check-2026.docx"');
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('演某甲_2026年度对照检查情况.docx');
    const text = textOf(unzip(Buffer.from(await answer.arrayBuffer()))['word/document.xml'] ?? '');
    expect(text).toContain('曾打听案件进展。');
    expect(text).toContain('本年度涉及本人的已通报事项共1件');
    expect(text).toContain('2026年12月1日');
    expect(text).not.toContain('初1号');
  });
});
