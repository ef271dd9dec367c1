import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { openFile, SealError, sealFile } from '../../../server/evidence/sealed-file.ts';

const key = randomBytes(32);
const header = 15;
const chunk = 64 * 1024;
const sealedChunk = chunk + 16;

const sealed = async (content: Uint8Array, belongsTo = '记录/证据') =>
  await buffer(sealFile(key, belongsTo, [content]));
const opened = async (file: Uint8Array, belongsTo = '记录/证据', withKey: Uint8Array = key) =>
  await buffer(openFile(withKey, belongsTo, [file]));

describe('a sealed file', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 7])(
    'of %i bytes opens to what was sealed, and grows by header and tags only',
    async (length) => {
      const content = randomBytes(length);
      const file = await sealed(content);
      expect(file.byteLength).toBe(header + length + 16 * Math.max(1, Math.ceil(length / chunk)));
      expect((await opened(file)).equals(content)).toBe(true);
    },
  );

  test.each([1, 7, 1000, 65_537, 300_000])('does not depend on pieces of %i bytes', async (length) => {
    const content = randomBytes(2 * chunk + 5000);
    const cut = (bytes: Buffer) =>
      Array.from({ length: Math.ceil(bytes.byteLength / length) }, (_, n) =>
        bytes.subarray(n * length, (n + 1) * length),
      );
    const file = await buffer(sealFile(key, '', cut(content)));
    expect(content.equals(await buffer(openFile(key, '', cut(file))))).toBe(true);
  });

  test('is another one each time, and shows nothing of its content', async () => {
    const content = Buffer.from('请从宽处理'.repeat(1000));
    const [one, other] = [await sealed(content), await sealed(content)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('请从宽')).toBe(false);
  });
});

describe('what does not open', () => {
  const content = randomBytes(2 * chunk + 100);
  const part = (file: Buffer, number: number) =>
    file.subarray(header + number * sealedChunk, header + (number + 1) * sealedChunk);

  test.each<[string, (file: Buffer) => Buffer]>([
    ['cut within a chunk', (file) => file.subarray(0, file.byteLength - 1)],
    ['cut at the end of a chunk', (file) => file.subarray(0, header + 2 * sealedChunk)],
    ['cut to its header', (file) => file.subarray(0, header)],
    ['cut within its header', (file) => file.subarray(0, 9)],
    ['empty', () => Buffer.alloc(0)],
    ['lengthened', (file) => Buffer.concat([file, Buffer.alloc(1)])],
    [
      'of chunks in another order',
      (file) => Buffer.concat([file.subarray(0, header), part(file, 1), part(file, 0), part(file, 2)]),
    ],
    ['without its first chunk', (file) => Buffer.concat([file.subarray(0, header), part(file, 1), part(file, 2)])],
    [
      'with a chunk twice',
      (file) => Buffer.concat([file.subarray(0, header), part(file, 0), part(file, 0), part(file, 2)]),
    ],
    ['a file in the clear', () => content],
  ])('%s', async (_, harm) => {
    await expect(opened(harm(await sealed(content)))).rejects.toThrow(SealError);
  });

  test('whichever byte is flipped', async () => {
    const file = await sealed(randomBytes(50));
    for (let place = 0; place < file.byteLength; place++) {
      const harmed = Buffer.from(file);
      harmed.writeUInt8(harmed.readUInt8(place) ^ 1, place);
      await expect(opened(harmed), `byte ${place}`).rejects.toThrow(SealError);
    }
  });

  test('in the place of another, or under another key', async () => {
    const file = await sealed(content);
    await expect(opened(file, '记录/另一份')).rejects.toThrow(SealError);
    await expect(opened(file, '记录/证据', randomBytes(32))).rejects.toThrow(SealError);
  });

  test('a chunk of another file under the same key', async () => {
    const [one, other] = [await sealed(content), await sealed(content)];
    await expect(
      opened(Buffer.concat([one.subarray(0, header), part(other, 0), part(one, 1), part(one, 2)])),
    ).rejects.toThrow(SealError);
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('a file of any length is sealed and opened in constant memory', async () => {
  const piece = randomBytes(1024 * 1024);
  const pieces = 200;
  const endless = async function* () {
    for (let number = 0; number < pieces; number++) {
      yield piece;
      await pause(0);
    }
  };
  const before = process.memoryUsage().arrayBuffers;
  let bytes = 0;
  let most = 0;
  let looks = 0;
  for await (const part of openFile(key, '', sealFile(key, '', endless()))) {
    bytes += part.byteLength;
    if (bytes % piece.byteLength > 0) continue;
    // What is held, not what waits to be collected.
    collectGarbage();
    looks++;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(bytes).toBe(pieces * piece.byteLength);
  expect(looks).toBe(pieces);
  expect(most).toBeLessThan(16 * 1024 * 1024);
});

test('who stops reading ends the reading of the file', async () => {
  let ended = false;
  const file = async function* () {
    try {
      for (;;) yield randomBytes(chunk);
    } finally {
      ended = true;
    }
  };
  for await (const _ of openFile(key, '', sealFile(key, '', file()))) break;
  expect(ended).toBe(true);
});
