import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeys, temporaryKeys } from '../../../server/keys/keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('keys are made once, and are the same ever after', () => {
  const first = readKeys(folder);
  const second = readKeys(folder);
  expect(second.signing.fingerprint).toBe(first.signing.fingerprint);
  expect(second.sessionSecret).toBe(first.sessionSecret);
  // RFC 8032: the same text gives the same signature, so that a receipt can be answered again to the byte.
  expect(second.signing.sign('留痕')).toBe(first.signing.sign('留痕'));
});

test('keys are for their user only', () => {
  readKeys(folder);
  const names = readdirSync(join(folder, 'keys'));
  expect(names.sort()).toEqual(['session-secret', 'signing-key.pem']);
  for (const name of names) expect(statSync(join(folder, 'keys', name)).mode & 0o077).toBe(0);
});

test('half a key that a power cut left is made anew', () => {
  readKeys(folder);
  rmSync(join(folder, 'keys', 'signing-key.pem'));
  writeFileSync(join(folder, 'keys', 'signing-key.pem.part'), '-----BEGIN');
  expect(readKeys(folder).signing.fingerprint).toMatch(/^([0-9A-F]{4} ){7}/);
});

test('temporary keys differ each time', () => {
  expect(temporaryKeys().signing.fingerprint).not.toBe(temporaryKeys().signing.fingerprint);
});
