import { expect, test } from 'vitest';
import { forksAmong } from '../../../shared/ledger/fork.ts';
import { TestLog } from './log.ts';
import { keyFrom } from './signer.ts';

test('two signed roots of one size are a fork; growth, other logs and strangers’ signatures are none', async () => {
  const [key, stranger] = await Promise.all([keyFrom('server'), keyFrom('stranger')]);
  const log = new TestLog(key);
  log.grow(9);
  const rewritten = new TestLog(key);
  rewritten.grow(8);
  rewritten.entries.push(new Uint8Array(32));
  const elsewhere = new TestLog(key, '0199a5e1-7c11-7bb0-8d8d-3a5f0d1f2aff');
  elsewhere.entries.push(...rewritten.entries);
  const forged = new TestLog(stranger);
  forged.entries.push(...rewritten.entries);

  const honest = [
    await log.checkpoint(8),
    await log.checkpoint(9),
    await log.checkpoint(9),
    await elsewhere.checkpoint(),
  ];
  expect(await forksAmong([...honest, await forged.checkpoint(), 'no note'], key.publicKeyHex)).toEqual([]);

  const fork = await forksAmong(
    [await log.checkpoint(8), await log.checkpoint(), await rewritten.checkpoint()],
    key.publicKeyHex,
  );
  expect(fork).toMatchObject([
    [
      { size: 9, note: await log.checkpoint() },
      { size: 9, note: await rewritten.checkpoint() },
    ],
  ]);
  expect(await forksAmong([await log.checkpoint(), await rewritten.checkpoint()], stranger.publicKeyHex)).toEqual([]);
});
