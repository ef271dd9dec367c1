import { readFileSync } from 'node:fs';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/ledger/base64.ts';
import { formatCheckpoint, openCheckpoint, originOf, parseCheckpoint } from '../../../shared/ledger/checkpoint.ts';
import { formatLogProof, parseLogProof } from '../../../shared/ledger/log-proof.ts';
import { openNote, parseVerifierKey, signNote } from '../../../shared/ledger/note.ts';
import { hashLeaf } from '../../../shared/ledger/tree.ts';
import { verifyInclusion } from '../../../shared/ledger/tree-check.ts';
import { keyFrom } from './signer.ts';

const rootText = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const root = fromBase64(rootText) ?? new Uint8Array();

describe('checkpoints', () => {
  test('the example of C2SP tlog-checkpoint is read and written back', () => {
    const text = `example.com/behind-the-sofa\n20852163\n${rootText}\n`;
    expect(parseCheckpoint(text)).toEqual({ origin: 'example.com/behind-the-sofa', size: 20852163, root });
    expect(formatCheckpoint({ origin: 'example.com/behind-the-sofa', size: 20852163, root })).toBe(text);
  });

  test('extension lines are allowed', () => {
    expect(parseCheckpoint(`o\n0\n${rootText}\nmore\nand more\n`)).toEqual({ origin: 'o', size: 0, root });
  });

  test.each([
    ['nothing', ''],
    ['no last newline', `o\n1\n${rootText}`],
    ['no origin', `\n1\n${rootText}\n`],
    ['no root', 'o\n1\n'],
    ['a leading zero', `o\n01\n${rootText}\n`],
    ['a sign', `o\n+1\n${rootText}\n`],
    ['no number', `o\none\n${rootText}\n`],
    ['hexadecimal', `o\n0x10\n${rootText}\n`],
    ['more than a number can hold', `o\n9007199254740992\n${rootText}\n`],
    ['a short root', `o\n1\n${toBase64(root.slice(1))}\n`],
    ['a root in the alphabet of addresses', `o\n1\n${rootText.replace('/', '_')}\n`],
    ['an empty extension line', `o\n1\n${rootText}\n\n`],
  ])('%s is refused', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  test('a signed one opens under the keys of its log only', async () => {
    const [key, other] = await Promise.all([keyFrom('log'), keyFrom('other')]);
    const [origin, elsewhere] = [originOf('a'), originOf('b')];
    const note = await signNote(formatCheckpoint({ origin, size: 7, root }), key.as(origin, 1));
    expect(await openCheckpoint(note, origin, [other.publicKey, key.publicKey])).toEqual({
      origin: 'liuhen.ledger/a',
      size: 7,
      root,
      note,
      publicKey: key.publicKey,
    });
    expect(await openCheckpoint(note, origin, [other.publicKey])).toBe('unknown-key');
    expect(await openCheckpoint(note, elsewhere, [key.publicKey])).toBe('wrong-log');
    expect(await openCheckpoint(note.replace('\n7\n', '\n8\n'), origin, [key.publicKey])).toBe('signature-invalid');
    expect(await openCheckpoint('', origin, [key.publicKey])).toBe('malformed');
    // The key signed, but in the name of another log.
    const borrowed = await signNote(formatCheckpoint({ origin, size: 7, root }), key.as(elsewhere, 1));
    expect(await openCheckpoint(borrowed, origin, [key.publicKey])).toBe('unknown-key');
  });
});

describe('the proof that Tessera 1.0.0 is in the Go checksum database', () => {
  const text = readFileSync('test/fixtures/ledger/sum.golang.org-43930254.tlog-proof', 'utf8');
  const entry =
    'github.com/transparency-dev/tessera v1.0.0 h1:4OT1V9xJLa5NnYlFWWlCdZkCm18/o12rdd+bCTje7XE=\n' +
    'github.com/transparency-dev/tessera v1.0.0/go.mod h1:TLvfjlkbmsmKVEJUtzO2eb9Q2IBnK3EJ0dI4G0oxEOU=\n';
  const leaf = hashLeaf(new TextEncoder().encode(entry));
  const vkey = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');

  test('verifies: leaf, path, checkpoint, signature', async () => {
    expect(leaf).toEqual(hexToBytes('0fa57c511c3b2ffcc0a05ad63172568d265aaf9844e9b636a0978795396f2ab1'));
    const proof = parseLogProof(text);
    const opened = proof && vkey ? await openNote(proof.checkpoint, [vkey]) : 'malformed';
    const checkpoint = typeof opened === 'string' ? null : parseCheckpoint(opened.text);
    expect(checkpoint).toMatchObject({ origin: 'go.sum database tree', size: 58_253_265 });
    if (!proof || !checkpoint) return;
    expect(proof.index).toBe(43_930_254);
    expect(verifyInclusion(proof.index, checkpoint.size, leaf, proof.hashes, checkpoint.root)).toBe(true);
    expect(verifyInclusion(proof.index + 1, checkpoint.size, leaf, proof.hashes, checkpoint.root)).toBe(false);
    expect(verifyInclusion(proof.index, checkpoint.size, checkpoint.root, proof.hashes, checkpoint.root)).toBe(false);
  });

  test('is written back byte for byte', () => {
    const proof = parseLogProof(text);
    expect(proof && formatLogProof(proof)).toBe(text);
  });
});

describe('the form of a proof', () => {
  const checkpoint = 'test checkpoint\n';
  const hashes = [hashLeaf(new Uint8Array([1])), hashLeaf(new Uint8Array([2]))];
  const lines = hashes.map(toBase64).join('\n');

  // The three cases of github.com/transparency-dev/merkle, proof/tlog_proof_test.go, TestMarshal.
  test.each([
    [{ index: 5, hashes, checkpoint }, `c2sp.org/tlog-proof@v1\nindex 5\n${lines}\n\n${checkpoint}`],
    [
      { index: 10, hashes, checkpoint, extra: new TextEncoder().encode('extra information') },
      `c2sp.org/tlog-proof@v1\nextra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n${lines}\n\n${checkpoint}`,
    ],
    [{ index: 0, hashes: [], checkpoint }, `c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`],
  ])('%# is written and read', (proof, text) => {
    expect(formatLogProof(proof)).toBe(text);
    expect(parseLogProof(text)).toEqual(proof);
  });

  const good = `c2sp.org/tlog-proof@v1\nindex 5\n${lines}\n\n${checkpoint}`;
  test.each([
    ['nothing', ''],
    ['another header', good.replace('@v1', '@v2')],
    ['no index', good.replace('index 5\n', '')],
    ['a leading zero', good.replace('index 5', 'index 05')],
    ['a negative index', good.replace('index 5', 'index -5')],
    ['a space more', good.replace('index 5', 'index  5')],
    ['a short hash', good.replace(lines, lines.slice(4))],
    ['extra that is no base64', good.replace('index', 'extra !\nindex')],
    ['extra after the index', good.replace('index 5', 'index 5\nextra AA==')],
    ['no empty line', good.replace('\n\n', '\n')],
    ['a carriage return', good.replaceAll('\n', '\r\n')],
    ['more hashes than a tree has levels', good.replace(lines, Array(64).fill(toBase64(root)).join('\n'))],
  ])('%s is refused', (_, text) => {
    expect(parseLogProof(text)).toBeNull();
  });
});
