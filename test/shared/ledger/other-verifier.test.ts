import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGoVerifier, runGoVerifier, writeLog } from './go-verifier.ts';
import { TestLog } from './log.ts';
import { keyFrom } from './signer.ts';

let workshop: string;
let program: string;
beforeAll(() => {
  workshop = mkdtempSync(join(tmpdir(), 'liuhen-go-'));
  program = buildGoVerifier(workshop);
}, 180_000);
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

async function logOf(size: number): Promise<TestLog> {
  const log = new TestLog(await keyFrom('server'));
  log.grow(size - 1);
  await log.take({ caseTitle: '最后一条' });
  return log;
}

/** A byte that is content: of the size, of a proof, of a hash, of an entry, of a key. */
function placeIn(path: string, bytes: Buffer): number {
  if (path === 'checkpoint') return bytes.indexOf('\n') + 1;
  if (path === 'proofs.json') return bytes.indexOf('Proof":["') + 12;
  return Math.min(40, bytes.length - 8);
}

describe('our log, verified by Go’s sumdb/note and sumdb/tlog', () => {
  test.each([1, 2, 3, 7, 255, 256, 257, 700])('a log of %i entries', async (size) => {
    const indexes = [...new Set([0, 1, Math.floor(size / 3), size - 2, size - 1].filter((at) => at >= 0 && at < size))];
    const folder = await writeLog(await logOf(size), indexes);
    expect(runGoVerifier(program, folder)).toEqual({
      ok: true,
      said: `verified: ${size} entries, ${indexes.length} inclusion proofs, ${indexes.length} consistency proofs\n`,
    });
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['checkpoint', /checkpoint: invalid signature/],
    ['tile/0/000', /entry 1 is not what its leaf hash commits to/],
    ['tile/1/000.p/1', /root from tiles/],
    ['tile/0/001.p/44', /root from tiles/],
    ['tile/entries/000', /entry \d+ is not what its leaf hash commits to/],
    ['proofs.json', /inclusion of 3 in 300/],
    ['vkey', /vkey/],
  ])('an altered %s is found there too', async (path, complaint) => {
    const folder = await writeLog(await logOf(300), [3]);
    const bytes = readFileSync(join(folder, path));
    const at = placeIn(path, bytes);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(folder, path), bytes);
    const { ok, said } = runGoVerifier(program, folder);
    expect(ok).toBe(false);
    expect(said).toMatch(complaint);
    rmSync(folder, { recursive: true });
  });
});
