import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingParts, type Target } from '../../../server/build/native-parts.ts';
import { projectFolder } from '../../../server/build/outputs.ts';

const packages = {
  '': {},
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/@tool/gnu': { version: '1.0.0', os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  'node_modules/@tool/musl': { version: '1.0.0', os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/@tool/mac': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'] },
  'node_modules/tool/node_modules/@tool/gnu': { version: '2.0.0', os: ['linux'], cpu: ['x64'] },
};

describe('parts that an old npm has left out', () => {
  test.each<[string, Target, string[]]>([
    ['a Linux with glibc', { os: 'linux', cpu: 'x64', libc: 'glibc' }, ['@tool/gnu@1.0.0']],
    ['a Linux with musl', { os: 'linux', cpu: 'x64', libc: 'musl' }, ['@tool/musl@1.0.0']],
    ['a Mac', { os: 'darwin', cpu: 'arm64', libc: null }, ['@tool/mac@1.0.0']],
    ['another computer', { os: 'freebsd', cpu: 'x64', libc: null }, []],
  ])('are added for %s', (_, target, parts) => {
    expect(missingParts(packages, target, () => false)).toEqual(parts);
  });

  test('are none where everything is there', () => {
    expect(missingParts(packages, { os: 'linux', cpu: 'x64', libc: 'glibc' }, () => true)).toEqual([]);
  });

  test('name what the build needs, by the lock file of the project', () => {
    const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
    const parts = missingParts(lock.packages, { os: 'linux', cpu: 'x64', libc: 'glibc' }, () => false);
    expect(parts).toContainEqual(expect.stringMatching(/^@rolldown\/binding-linux-x64-gnu@\d/));
  });
});
