import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discardUnfinished, fillWhole } from '../../../server/store/unfinished.ts';

let folder: string;
const store = () => join(folder, 'liuhen.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-unfinished-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a store whose filling was cut short is taken back, its keys stay', async () => {
  writeFileSync(join(folder, 'keys'), '');
  await expect(
    fillWhole(folder, () => {
      writeFileSync(store(), 'half');
      writeFileSync(`${store()}-wal`, 'half');
      return Promise.reject(new Error('Ctrl-C'));
    }),
  ).rejects.toThrow('Ctrl-C');
  discardUnfinished(folder);
  expect(readdirSync(folder)).toEqual(['keys']);
});

test('a store that another process is filling stays, and that is said', () => {
  writeFileSync(store(), 'being filled');
  writeFileSync(join(folder, 'filling'), String(process.ppid));
  expect(() => discardUnfinished(folder)).toThrow(new RegExp(`process ${process.ppid}`));
  expect(readdirSync(folder).sort()).toEqual(['filling', 'liuhen.db']);
});

test('a store that was filled to the end stays', async () => {
  await fillWhole(folder, async () => writeFileSync(store(), 'whole'));
  discardUnfinished(folder);
  expect(readdirSync(folder)).toEqual(['liuhen.db']);
});

test('a store that nobody fills stays', () => {
  writeFileSync(store(), 'in use');
  discardUnfinished(folder);
  expect(existsSync(store())).toBe(true);
});
