/**
 * Disks that fail on demand, and are mended again, without any device: each condition is produced by the kernel itself, in
 * this process, with the rights that it has. None of them needs more than a container gives its root or a user his own shell.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FailingDisk {
  /** An empty folder on it. */
  folder: string;
  fail(): void;
  mend(): void;
  remove(): void;
}

/** What the disk has left when it is called full: too little for a screenshot, enough to begin writing one. */
const almostNothing = 96 * 1024;

/** A disk of its own that is filled up (ENOSPC). Where none may be mounted, files that may not grow stand in for it. */
export function fullDisk(): FailingDisk {
  const place = newPlace();
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=32m', 'liuhen-faults', place);
  } catch {
    console.warn('No disk may be mounted here: files that may not grow stand in for a full disk');
    rmSync(place, { recursive: true });
    return limitedFiles();
  }
  const filler = join(place, 'filler');
  return {
    folder: folderIn(place),
    fail() {
      const { bavail, bsize } = statfsSync(place);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - almostNothing));
    },
    mend: () => rmSync(filler),
    remove() {
      run('umount', place);
      rmSync(place, { recursive: true });
    },
  };
}

/** Files that may not grow (EFBIG): SQLite takes it for an I/O error, as it does a disk that fails under it. */
export function limitedFiles(): FailingDisk {
  const place = newPlace();
  const limit = (bytes: string) => run('prlimit', '--pid', String(process.pid), `--fsize=${bytes}:`);
  return {
    folder: folderIn(place),
    fail: () => limit('1'),
    mend: () => limit('unlimited'),
    remove: () => rmSync(place, { recursive: true }),
  };
}

/** A folder for evidence in which nothing may be written any more (EACCES), as on a mount that has become read-only. */
export function lockedEvidence(): FailingDisk {
  const place = newPlace();
  const folder = folderIn(place);
  const incoming = join(folder, 'evidence', 'incoming');
  // Root may write everywhere: while the folder is locked, the process is nobody.
  const root = process.geteuid?.() === 0;
  const nobody = 65_534;
  return {
    folder,
    fail() {
      chmodSync(incoming, 0o500);
      if (root) process.seteuid?.(nobody);
    },
    mend() {
      if (root) process.seteuid?.(0);
      chmodSync(incoming, 0o700);
    },
    remove: () => rmSync(place, { recursive: true }),
  };
}

/** Runs a tool of the system. @throws {Error} where it is missing, not permitted or fails */
function run(tool: string, ...parameters: string[]): void {
  execFileSync(tool, parameters, { stdio: 'pipe' });
}

const newPlace = () => mkdtempSync(join(tmpdir(), 'liuhen-disk-'));

/** A folder below the place, so that what a server puts beside its data folder goes with it. */
function folderIn(place: string): string {
  const folder = join(place, 'data');
  mkdirSync(folder);
  return folder;
}
