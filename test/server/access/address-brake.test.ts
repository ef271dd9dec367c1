import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { AddressBrake, brakeByAddress } from '../../../server/access/address-brake.ts';
import { answerProblem } from '../../../server/platform/answer-problem.ts';
import { openWorld } from '../support/world.ts';

/** How many of so many requests at once are admitted. */
function admitted(brake: AddressBrake, address: string, requests: number): number {
  let count = 0;
  for (let request = 0; request < requests; request++) {
    try {
      brake.count(address);
      count++;
    } catch {}
  }
  return count;
}

describe('an address', () => {
  test('has its burst, then so many for each second, never more than the burst', () => {
    let now = 0;
    const brake = new AddressBrake({ burst: 10, perSecond: 2 }, () => now);
    expect(admitted(brake, 'a', 15)).toBe(10);
    now += 3000;
    expect(admitted(brake, 'a', 15)).toBe(6);
    now += 3_600_000;
    expect(admitted(brake, 'a', 15)).toBe(10);
  });

  test('has its own allowance', () => {
    const brake = new AddressBrake({ burst: 3, perSecond: 1 }, () => 0);
    expect([admitted(brake, 'a', 5), admitted(brake, 'b', 5)]).toEqual([3, 3]);
  });

  test('gains nothing by a clock that jumps back', () => {
    let now = 1_000_000;
    const brake = new AddressBrake({ burst: 3, perSecond: 1 }, () => now);
    admitted(brake, 'a', 3);
    now = 0;
    expect(admitted(brake, 'a', 3)).toBe(0);
  });
});

test('a flood is told to wait, one address and not another', async () => {
  const app = new Hono().onError(answerProblem as never);
  app.get('/', brakeByAddress({ burst: 2, perSecond: 0 }) as never, (context) => context.text('ok'));
  const from = (remoteAddress: string) => app.request('/', {}, { incoming: { socket: { remoteAddress } } });
  const answers = [await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  expect(answers[2]?.headers.get('retry-after')).toBe('15');
});

test.each([
  ['POST', '/api/auth/sign-in/username', 240],
  ['POST', '/api/second-factor/answer', 240],
  ['POST', '/api/auth/device/code', 120],
  ['GET', '/api/auth/device?user_code=ABCDEFGH', 120],
])('%s %s is braked', async (method, path, burst) => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const world = await openWorld();
  // Another name each time: an account's own brake is another test's.
  const ask = (number: number) =>
    world.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify({ username: `name-${number}` }) : undefined,
    });
  for (let request = 0; request < burst; request++) expect((await ask(request)).status).not.toBe(429);
  expect((await ask(burst)).status).toBe(429);
  await world.close();
  vi.useRealTimers();
});
