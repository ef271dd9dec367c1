import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform } from '../../../server/platform/platform.ts';
import type { MasterKeySettings } from '../../../server/sealing/master-key.ts';
import { StartError } from '../../../server/start-error.ts';

let around: string;
let folder: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'liuhen-keys-'));
  folder = join(around, 'data');
});
afterEach(() => rmSync(around, { recursive: true }));

/** What the keys are, seen from outside. */
async function keysSeen(masterKey: MasterKeySettings = {}) {
  const platform = await openPlatform({ folder, origin: 'http://localhost', masterKey });
  const { signing, sessionSecret } = platform.keys;
  const seen = { fingerprint: signing.fingerprint, sessionSecret, link: platform.sealing.link('account', 'a') };
  await platform.close();
  return seen;
}

const masterFile = () => `${folder}.master-key`;

test('keys are made once, and are the same ever after', async () => {
  const first = await keysSeen();
  expect(await keysSeen()).toEqual(first);
  expect(first.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
});

test('two stores share no key', async () => {
  const first = await keysSeen();
  folder = join(around, 'other');
  const second = await keysSeen();
  expect(second.fingerprint).not.toBe(first.fingerprint);
  expect(second.link).not.toBe(first.link);
});

test('the master key lies outside the data folder, for its user only', async () => {
  await keysSeen();
  expect(statSync(masterFile()).mode & 0o077).toBe(0);
  expect(readFileSync(masterFile(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
});

describe('the server says so and does not start', () => {
  const refusal = (masterKey: MasterKeySettings = {}) => keysSeen(masterKey).catch((error: unknown) => error);

  test.each<[string, () => void, RegExp]>([
    ['without the master key', () => rmSync(masterFile()), /读不到主密钥/],
    ['with another master key', () => writeFileSync(masterFile(), 'a'.repeat(64)), /主密钥与数据目录不相符/],
    ['with half a master key', () => writeFileSync(masterFile(), 'a'.repeat(31)), /主密钥无效/],
    ['with an empty one', () => writeFileSync(masterFile(), ''), /主密钥无效/],
  ])('%s', async (_, harm, zh) => {
    await keysSeen();
    harm();
    const store = readFileSync(join(folder, 'liuhen.db'));
    const error = await refusal();
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).zh).toMatch(zh);
    expect(readFileSync(join(folder, 'liuhen.db')).equals(store)).toBe(true);
  });

  test('where a wrapped key was altered in the store', async () => {
    await keysSeen();
    const db = new DatabaseSync(join(folder, 'liuhen.db'));
    db.exec(
      "UPDATE server_key SET wrapped = (SELECT wrapped FROM server_key WHERE name = 'link') WHERE name = 'session'",
    );
    db.close();
    expect(await refusal()).toMatchObject({
      zh: expect.stringMatching(/密钥表已损坏或者被改动：server_key session 1/),
    });
  });

  test('where the command for it fails', async () => {
    expect(await refusal({ command: 'exit 3' })).toMatchObject({ zh: expect.stringMatching(/取主密钥的命令失败/) });
  });

  test('where a named file is not there: a key of one’s own choosing is not made up', async () => {
    expect(await refusal({ file: join(around, 'missing') })).toMatchObject({
      zh: expect.stringMatching(/读不到主密钥/),
    });
    expect(existsSync(join(around, 'missing'))).toBe(false);
  });
});

test.each<[string, (key: string) => MasterKeySettings]>([
  ['the environment', (key) => ({ key })],
  [
    'a file',
    (key) => {
      writeFileSync(join(around, 'key'), key);
      return { file: join(around, 'key') };
    },
  ],
  ['a command', (key) => ({ command: `echo ${key}` })],
])('the master key may come from %s, and opens wherever it comes from', async (_, settings) => {
  const key = 'c0ffee'.padEnd(64, '1');
  const first = await keysSeen(settings(key));
  expect(await keysSeen({ key })).toEqual(first);
  expect(existsSync(masterFile())).toBe(false);
});

test('keys that lay open in files before sealing are taken over, and the files removed', async () => {
  const { fingerprint } = await keysSeen();
  const keys = join(folder, 'keys');
  mkdirSync(keys);
  writeFileSync(join(keys, 'session-secret'), 'a'.repeat(64));
  const second = await keysSeen();
  expect(second.fingerprint).toBe(fingerprint);
  expect(existsSync(join(keys, 'session-secret'))).toBe(false);
});
