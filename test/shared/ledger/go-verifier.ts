/** Builds and runs the Go verifier on a log written in the layout of tlog-tiles. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toBase64 } from '../../../shared/ledger/base64.ts';
import { formatVerifierKey } from '../../../shared/ledger/note.ts';
import { encodeEntries, fullWidth, tilePathOf, tilesOf } from '../../../shared/ledger/tiles.ts';
import { proveConsistency, proveInclusion } from '../../../shared/ledger/tree.ts';
import { goLibraries, missingGoPackages } from '../../go/go.ts';
import type { TestLog } from './log.ts';

/** Builds the verifier into a folder and answers its path. @throws where Go is missing: `npm test` installs it. */
export function buildGoVerifier(folder: string): string {
  const missing = missingGoPackages();
  if (missing.length > 0) throw new Error(`Missing from this computer: ${missing.join(' ')}`);
  const program = join(folder, 'go-verifier');
  execFileSync('go', ['build', '-o', program, 'test/fixtures/ledger/go-verifier/main.go'], {
    // Without modules, so that nothing is looked for outside Debian's packages.
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOFLAGS: '',
      GOPATH: goLibraries,
      GOCACHE: join(folder, 'cache'),
      GOPROXY: 'off',
    },
  });
  return program;
}

/** Writes a log as files, with proofs of its entries and of its growth. */
export async function writeLog(log: TestLog, indexes: readonly number[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-log-'));
  const size = log.entries.length;
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('vkey', `${formatVerifierKey(log.key.as(log.origin, 1))}\n`);
  write('checkpoint', await log.checkpoint());
  for (const tile of tilesOf(size)) {
    write(tilePathOf(tile), log.tile(tile));
    if (tile.level > 0) continue;
    const begin = tile.index * fullWidth;
    write(tilePathOf({ ...tile, level: 'entries' }), encodeEntries(log.entries.slice(begin, begin + tile.width)));
  }
  const node = log.node();
  const inclusion = indexes.map(async (Index) => ({
    Index,
    Size: size,
    Proof: (await proveInclusion(Index, size, node)).map(toBase64),
  }));
  const consistency = indexes.map(async (index) => ({
    From: index + 1,
    To: size,
    Proof: (await proveConsistency(index + 1, size, node)).map(toBase64),
  }));
  write(
    'proofs.json',
    JSON.stringify({ Inclusion: await Promise.all(inclusion), Consistency: await Promise.all(consistency) }),
  );
  return folder;
}

/** What the verifier says, and whether it is content. */
export function runGoVerifier(program: string, folder: string): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(program, [folder], { encoding: 'utf8' });
  return { ok: status === 0, said: stdout + stderr };
}
