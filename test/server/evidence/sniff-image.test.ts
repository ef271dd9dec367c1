import { expect, test } from 'vitest';
import { sniffImage } from '../../../server/evidence/sniff-image.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (content: string) => new TextEncoder().encode(content);

test.each<[string, Uint8Array, string | null]>([
  ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'image/png'],
  ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['half a PNG signature', bytes(0x89, 0x50, 0x4e, 0x47), null],
  ['a JPEG marker alone', bytes(0xff, 0xd8), null],
  ['GIF', text('GIF89a'), null],
  ['a page', text('<!doctype html><script>'), null],
  ['a drawing that can hold scripts', text('<svg xmlns="http://www.w3.org/2000/svg">'), null],
  ['nothing', bytes(), null],
])('%s', (_, content, mediaType) => {
  expect(sniffImage(content)).toBe(mediaType);
});
