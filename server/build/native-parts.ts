/**
 * Run by npm after the installation, already with the Node among the dependencies. An old npm or Node leaves out optional
 * packages whose `engines` it does not satisfy itself, although not it but Node 26 will load them: the native parts of
 * the build tools are such packages. Those that the lock file names for this computer and that are missing are added.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the lock file says of a package. */
export interface LockedPackage {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

export interface Target {
  os: string;
  cpu: string;
  /** The C library of a Linux, else null. */
  libc: 'glibc' | 'musl' | null;
}

const inFolder = 'node_modules/';

/**
 * The packages made for one kind of computer that should be there and are not, as `name@version`.
 * @param packages of the lock file, keyed by their folder
 * @param isThere whether a folder exists
 */
export function missingParts(
  packages: Readonly<Record<string, LockedPackage>>,
  { os, cpu, libc }: Target,
  isThere: (folder: string) => boolean,
): string[] {
  const meant = Object.entries(packages).filter(
    ([, part]) => part.os?.includes(os) && part.cpu?.includes(cpu) && (!part.libc || !libc || part.libc.includes(libc)),
  );
  return meant
    .filter(([folder]) => folder.lastIndexOf(inFolder) === 0 && !isThere(folder))
    .map(([folder, { version }]) => `${folder.slice(inFolder.length)}@${version}`);
}

function thisComputer(): Target {
  const { platform: os, arch: cpu } = process;
  if (os !== 'linux') return { os, cpu, libc: null };
  const report: { header?: { glibcVersionRuntime?: string } } = Object(process.report.getReport());
  return { os, cpu, libc: report.header?.glibcVersionRuntime ? 'glibc' : 'musl' };
}

/** Adds them with the npm that is at work. @returns its exit code */
function addParts(parts: string[]): number {
  const { npm_node_execpath: node = 'node', npm_execpath: npm } = process.env;
  if (!npm) return 1;
  const quietly = [
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--loglevel=error',
  ];
  return spawnSync(node, [npm, 'install', ...quietly, ...parts], { stdio: 'inherit' }).status ?? 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = resolve(import.meta.dirname, '../..');
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const parts = missingParts(packages, thisComputer(), (part) => existsSync(join(folder, part)));
  if (parts.length > 0) {
    console.log(`npm has left out ${parts.join(', ')}: adding`);
    process.exitCode = addParts(parts);
  }
}
