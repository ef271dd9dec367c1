import { readFileSync } from 'node:fs';
import * as ed25519 from '@noble/ed25519';
import { describe, expect, test } from 'vitest';
import { fromBase64 } from '../../../shared/ledger/base64.ts';
import {
  cosignatureLine,
  formatVerifierKey,
  keyIdOf,
  type NoteFault,
  openNote,
  parseVerifierKey,
  signNote,
  splitNote,
  type VerifierKey,
} from '../../../shared/ledger/note.ts';
import { keyFrom } from './signer.ts';

function key(text: string): VerifierKey {
  const parsed = parseVerifierKey(text);
  if (!parsed) throw new Error(`Not a verifier key: ${text}`);
  return parsed;
}

// c2sp.org/signed-note, "Verifier keys".
const example = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

// golang.org/x/mod/sumdb/note, documentation of the package.
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const enoch = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const peterSecret = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

// The key of the Go checksum database, as the go command holds it.
const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

const cosigned = readFileSync('test/fixtures/ledger/cosigned-checkpoint.txt', 'utf8');
const arche = 'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f';
const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
const garden = 'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM';

describe('verifier keys', () => {
  test.each([example, peter, enoch, sumdb, arche, remora, garden])('%s is read and written back', (text) => {
    const { name, type, publicKey } = key(text);
    expect(keyIdOf(name, type, publicKey)).toBe(text.split('+')[1]);
    expect(formatVerifierKey({ name, type, publicKey })).toBe(text);
  });

  // The last five from golang.org/x/mod/sumdb/note, note_test.go.
  test.each([
    ['another key id', sumdb.replace('033de0ae', '033de0af')],
    ['a capital key id', sumdb.replace('033de0ae', '033DE0AE')],
    ['no name', sumdb.replace('sum.golang.org', '')],
    ['a space in the name', sumdb.replace('.', ' ')],
    ['two parts', 'sum.golang.org+033de0ae'],
    ['no base64', `${peter}BAD`],
    ['a key of the wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ])('%s is refused', (_, text) => {
    expect(parseVerifierKey(text)).toBeNull();
  });
});

describe('published notes', () => {
  test.each([
    ['of C2SP signed-note', exampleNote, example],
    ['of Go', `${peterText}\n${peterLine}`, peter],
    ['of a CT log', cosigned, arche],
  ])('%s: verified, and no altered text is', async (_, note, vkey) => {
    const opened = await openNote(note, [key(vkey)]);
    expect(opened).toMatchObject({ text: splitNote(note)?.text, verified: [{ key: key(vkey), seconds: null }] });
    expect(await openNote(note.replace('i', 'j'), [key(vkey)])).toBe('signature-invalid');
  });

  test('two signatures, one of them unknown', async () => {
    const note = `${peterText}\n${peterLine}${enochLine}`;
    expect(await openNote(note, [key(enoch)])).toMatchObject({
      verified: [{ key: { name: 'EnochRoot' } }],
      unknown: [{ name: 'PeterNeumann', keyId: 'c74f20a3' }],
    });
    expect(await openNote(note, [key(peter), key(enoch)])).toMatchObject({ unknown: [], verified: [{}, {}] });
  });

  test('signing gives Go’s own bytes', async () => {
    const secret = fromBase64(peterSecret)?.slice(1) ?? new Uint8Array();
    const sign = (message: Uint8Array) => ed25519.signAsync(message, secret);
    expect(await signNote(peterText, { ...key(peter), type: 1, sign })).toBe(`${peterText}\n${peterLine}`);
  });

  test('cosignatures of real witnesses, with their time', async () => {
    const opened = await openNote(cosigned, [key(arche), key(remora), key(garden)]);
    expect(opened).toMatchObject({
      verified: [
        { key: { type: 1 }, seconds: null },
        { key: { name: 'transparency.dev/DEV:witness-little-garden' }, seconds: 1_779_573_024 },
        { key: { name: 'remora.n621.de' }, seconds: 1_779_573_024 },
      ],
    });
    expect(await openNote(cosigned.replace('1432088532', '1432088533'), [key(remora)])).toBe('signature-invalid');
  });

  test('the line of the cosignature specification is read: key id and time', () => {
    // c2sp.org/tlog-cosignature; it publishes no key to its example.
    const line =
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
    const [signature] = splitNote(`text\n\n${line}`)?.signatures ?? [];
    expect(signature).toMatchObject({ name: 'witness.example.com/w1', keyId: '8d66cf3f' });
    const bytes = signature?.signature ?? new Uint8Array(8);
    expect(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)).toBe(1_679_315_147n);
  });
});

describe('our own notes', () => {
  test('a note is signed, cosigned and opened', async () => {
    const [log, witness] = await Promise.all([keyFrom('log'), keyFrom('witness')]);
    const [logKey, witnessKey] = [log.as('liuhen.ledger/x', 1), witness.as('高级人民法院', 4)];
    const text = '第一行\n\n第三行\n';
    const note = `${await signNote(text, logKey)}${await cosignatureLine(text, witnessKey, 1_791_439_500)}`;
    expect(await openNote(note, [logKey, witnessKey])).toMatchObject({
      text,
      unknown: [],
      verified: [{ seconds: null }, { seconds: 1_791_439_500 }],
    });
    // One key, two types: what one covers the other does not.
    expect(await openNote(note, [log.as('liuhen.ledger/x', 4)])).toBe('unknown-key');
    // A false signature of a known key condemns the note, whoever else signed it.
    const forged = note.replace(/— 高级人民法院 .*/, (await cosignatureLine('别的\n', witnessKey, 1)).trim());
    expect(await openNote(forged, [logKey, witnessKey])).toBe('signature-invalid');
    expect(await openNote(forged, [logKey])).toMatchObject({ text });
  });

  test.each([
    ['a text without a last newline', 'text'],
    ['a control character', 'te\txt\n'],
    ['half a surrogate', 'te\ud800xt\n'],
  ])('%s is not signed', async (_, text) => {
    const log = await keyFrom('log');
    await expect(signNote(text, log.as('name', 1))).rejects.toThrow(TypeError);
  });
  test.each(['', 'two words', 'a+b', 'a\u3000b', 'a\u0085b'])('%j signs nothing', async (name) => {
    const log = await keyFrom('log');
    await expect(signNote('text\n', log.as(name, 1))).rejects.toThrow(TypeError);
  });

  const line = exampleNote.slice(exampleNote.indexOf('—'));
  test.each<[string, string, NoteFault]>([
    ['nothing', '', 'malformed'],
    ['no signature', 'text\n\n', 'malformed'],
    ['no empty line', `text\n${line}`, 'malformed'],
    ['a cut last line', exampleNote.slice(0, -1), 'malformed'],
    ['a hyphen for the dash', exampleNote.replace('—', '-'), 'malformed'],
    ['a space more', exampleNote.replace('— ', '—  '), 'malformed'],
    ['a carriage return', exampleNote.replace('.\n', '.\r\n'), 'malformed'],
    ['base64 without padding', exampleNote.replace('=\n', '\n'), 'malformed'],
    ['base64 that writes the same bytes otherwise', exampleNote.replace('QM=\n', 'QN=\n'), 'malformed'],
    ['a key id and nothing more', `text\n\n— example.com/foo Uw2QOg==\n`, 'malformed'],
    ['too many signatures', `text\n\n${line.repeat(65)}`, 'malformed'],
    ['a signature that is too short', `text\n\n— example.com/foo Uw2QOkn8\n`, 'signature-invalid'],
    ['another name', exampleNote.replace('/foo', '/bar'), 'unknown-key'],
  ])('%s is not opened', async (_, note, fault) => {
    expect(await openNote(note, [key(example)])).toBe(fault);
  });
});
