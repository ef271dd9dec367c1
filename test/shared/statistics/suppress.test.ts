/** Counts that could lead to a recorder give way to one sign. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, few, least, suppress, totalShown } from '../../../shared/statistics/suppress.ts';

const hidden = { records: null, recorders: null };

test.each<[Counts, object]>([
  [{ records: 0, recorders: 0 }, hidden],
  [{ records: 4, recorders: 4 }, hidden],
  [{ records: 5, recorders: 4 }, hidden],
  [{ records: 200, recorders: 4 }, hidden],
  [{ records: 200, recorders: 1 }, hidden],
  [
    { records: 5, recorders: 5 },
    { records: 5, recorders: 5 },
  ],
  [
    { records: 37, recorders: 6 },
    { records: 37, recorders: 6 },
  ],
])('%j is shown as %j', (counts, shown) => {
  expect(suppress(counts)).toEqual(shown);
});

test('the sign says the bound of the design', () => {
  expect([least, few]).toEqual([5, '<5']);
});

test('more recorders than records are no counts of records', () => {
  expect(() => suppress({ records: 5, recorders: 6 })).toThrow(RangeError);
});

const counts = fc
  .tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }))
  .map(([a, b]): Counts => ({ records: Math.max(a, b), recorders: Math.min(a, b) }));
const isHidden = ({ records, recorders }: Counts) => records < least || recorders < least;

describe('a total', () => {
  test('stays the same whatever stands behind the sign', () => {
    fc.assert(
      fc.property(fc.array(counts), fc.array(counts.filter(isHidden)), (rows, others) => {
        const replaced = rows.map((row, index) =>
          isHidden(row) ? (others[index] ?? { records: 0, recorders: 0 }) : row,
        );
        expect(totalShown(replaced.map(suppress))).toEqual(totalShown(rows.map(suppress)));
      }),
    );
  });

  test('is what the shown rows add up to', () => {
    const rows = [
      { records: 6, recorders: 5 },
      { records: 4, recorders: 2 },
      { records: 10, recorders: 7 },
    ];
    expect(totalShown(rows.map(suppress))).toEqual({ records: 16, recorders: 12, hidden: 1 });
  });
});
