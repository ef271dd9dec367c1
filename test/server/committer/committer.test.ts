import type { LogEvent } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Command, Committer } from '../../../server/committer/committer.ts';
import { leafContent, openEvent, type StoredEvent } from '../../../server/committer/event.ts';
import { openPlatform, type Platform } from '../../../server/platform/platform.ts';
import { commitmentOf } from '../../../shared/ledger/canonical.ts';

let platform: Platform;
/** Every statement, in its order. */
let statements: string[];
const count = (statement: RegExp) => statements.filter((sql) => statement.test(sql)).length;

beforeEach(async () => {
  statements = [];
  const log = ({ query }: LogEvent) => statements.push(query.sql);
  platform = await openPlatform({ folder: ':memory:', origin: 'http://localhost', log });
  statements = [];
});
afterEach(() => platform.close());

const institutions = [crypto.randomUUID(), crypto.randomUUID()];

/** Appends an event about something new; answers its position. */
const keep =
  (number: number): Command<number> =>
  async (work) => {
    const event = await work.append({
      institutionId: institutions[number % 2] ?? '',
      subjectKind: 'credential',
      subjectId: work.newId(),
      type: 'issued',
      actorId: null,
      body: { token_hash: `${number}`, purpose: 'feed', account_id: null, label: '甲' },
    });
    return event.position;
  };

/** Writes, then fails. */
const fail: Command<never> = async (work) => {
  await keep(-2)(work);
  throw new Error('refused');
};

const rows = () => platform.db.selectFrom('event').selectAll().orderBy('institution_id').orderBy('position').execute();

/** Every event, open, one log after the other. */
async function events() {
  const open: StoredEvent[] = [];
  for (const row of await rows()) open.push(await openEvent(platform.db, row));
  return open;
}

describe('commands that wait together', () => {
  test('share few transactions and keep their order', async () => {
    const answered: number[] = [];
    await Promise.all(
      Array.from({ length: 500 }, (_, number) =>
        platform.committer.submit(keep(number)).then(() => answered.push(number)),
      ),
    );
    expect(count(/^commit$/i)).toBe(2); // at most 256 share one
    expect(answered).toEqual(Array.from({ length: 500 }, (_, number) => number));
    const kept = (await events()).map(({ body }) => Number('token_hash' in body && body.token_hash));
    expect(kept).toEqual([...answered.filter((n) => n % 2 === 0), ...answered.filter((n) => n % 2 === 1)].sort(byLog));
  });

  /** The order of `events()`: one log after the other. */
  const [first] = [...institutions].sort();
  const byLog = (one: number, other: number) => {
    const log = (number: number) => (institutions[number % 2] === first ? 0 : 1);
    return log(one) - log(other) || one - other;
  };

  test('fail alone: the others are kept, and the log has no gap', async () => {
    const answers = await Promise.allSettled([keep(0), fail, keep(2), fail, keep(4)].map(submit));
    expect(answers).toEqual([
      { status: 'fulfilled', value: 0 },
      { status: 'rejected', reason: new Error('refused') },
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('refused') },
      { status: 'fulfilled', value: 2 },
    ]);
    expect((await events()).map(({ position }) => position)).toEqual([0, 1, 2]);
    const [head] = await platform.db.selectFrom('log_head').selectAll().execute();
    expect(head?.size).toBe(3);
  });

  test('that wait while others run come next', async () => {
    const order: string[] = [];
    const one = platform.committer
      .submit(async (work) => {
        const late = submit(keep(2)).then(() => order.push('late'));
        await keep(0)(work);
        return { late };
      })
      .then(({ late }) => {
        order.push('early');
        return late;
      });
    await one;
    expect(order).toEqual(['early', 'late']);
  });

  const submit = <Result>(command: Command<Result>) => platform.committer.submit(command);
});

describe('a command alone', () => {
  test('needs no savepoint, and leaves nothing when it fails', async () => {
    await platform.committer.submit(keep(0));
    await expect(platform.committer.submit(fail)).rejects.toThrow('refused');
    expect(count(/savepoint/i)).toBe(0);
    expect((await events()).length).toBe(1);
  });

  test('is answered after its commit, not before', async () => {
    await platform.committer.submit(keep(0));
    expect(statements.at(-1)).toMatch(/^commit$/i);
    await platform.committer.submit(fail).catch(() => {});
    expect(statements.at(-1)).toMatch(/^rollback$/i);
  });

  test('sees what the one before it wrote', async () => {
    const id = crypto.randomUUID();
    const step: Command<number> = async (work) => {
      const body = { token_hash: id, purpose: 'feed', account_id: null, label: '' };
      const about = { institutionId: institutions[0] ?? '', subjectKind: 'credential' as const, subjectId: id };
      return (await work.append({ ...about, type: 'issued', actorId: null, body })).subjectVersion;
    };
    expect(await Promise.all([1, 2, 3].map(() => platform.committer.submit(step)))).toEqual([1, 2, 3]);
  });
});

describe('the log of each institution', () => {
  test('counts from 0 without a gap, and its leaves follow from what is stored', async () => {
    await Promise.allSettled(
      Array.from({ length: 60 }, (_, number) => platform.committer.submit(number % 7 === 3 ? fail : keep(number))),
    );
    const stored = await events();
    for (const institution of institutions) {
      const positions = stored
        .filter(({ institutionId }) => institutionId === institution)
        .map(({ position }) => position);
      expect(positions.length).toBeGreaterThan(20);
      expect(positions).toEqual(positions.map((_, index) => index));
    }
    for (const event of stored) {
      expect(event.salt).toMatch(/^[0-9a-f]{64}$/);
      expect(commitmentOf(leafContent(event), event.salt)).toBe(event.commitment);
    }
    expect(new Set(stored.map(({ salt }) => salt)).size).toBe(stored.length);
  });
});

test('a committer that is idle says so after the last answer', async () => {
  const committer = new Committer({
    db: platform.db,
    ledger: platform.ledger,
    clock: () => new Date(),
    newId: () => crypto.randomUUID(),
    newSalt: () => 'a'.repeat(64),
  });
  let answered = 0;
  for (let number = 0; number < 300; number++) void committer.submit(keep(number)).then(() => answered++);
  await committer.idle();
  expect(answered).toBe(300);
});
