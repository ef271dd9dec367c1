/** Go and its module `golang.org/x/mod`, as Debian packages them: with them our logs are verified by a program that is not ours. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian's packages put the sources of Go libraries. */
export const goLibraries = '/usr/share/gocode';

const packages = ['golang-go', 'golang-golang-x-mod-dev'] as const;

/** The packages that are not there yet. */
export function missingGoPackages(): string[] {
  const there = [
    spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0,
    existsSync(join(goLibraries, 'src/golang.org/x/mod/sumdb/tlog')),
  ];
  return packages.filter((_, at) => !there[at]);
}
