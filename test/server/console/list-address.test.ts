/** Addresses that the console calls. */
import { expect, test } from 'vitest';
import { address } from '../../../server/console/api.ts';

test.each([
  ['/api/records', {}, '/api/records'],
  ['/api/records', { q: '', state: undefined, cursor: undefined }, '/api/records'],
  [
    '/api/records',
    { q: '内0105 民初&1号', limit: 30 },
    '/api/records?q=%E5%86%850105+%E6%B0%91%E5%88%9D%261%E5%8F%B7&limit=30',
  ],
])('%s with %j is %s', (path, query, expected) => {
  expect(address(path, query)).toBe(expected);
});
