import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { killOverAndOver } from './rounds.ts';

// A tenth of `npm run faults`.
test('whatever the server answered is there after it was killed at a random instant, twenty times', async () => {
  const { kills, captures, evidence } = await killOverAndOver({ kills: 20, seed: randomUUID() });
  expect(kills).toBe(20);
  expect([captures > 100, evidence > 20]).toEqual([true, true]);
}, 300_000);
