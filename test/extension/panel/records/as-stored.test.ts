import { expect, test } from 'vitest';
import { asStored } from '../../../../extension/panel/records/as-stored.ts';

test.each([
  ['(2026)内0105民初123号', '（2026）内0105民初123号'],
  ['［2026］ 内０１０５ 民初', '（2026）内0105民初'],
  ['内检刑诉〔2026〕5号', '内检刑诉〔2026〕5号'],
  [' 6127 ', '6127'],
])('a search for %j asks for %j', (typed, stored) => {
  expect(asStored(typed)).toBe(stored);
});
