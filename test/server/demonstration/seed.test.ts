import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Seed } from '../../../server/demonstration/seed.ts';

const draw = (seed: Seed) => [seed.fraction(), seed.between(1, 6), seed.id(), seed.hex(32), seed.pick(['a', 'b', 'c'])];

describe('a seed', () => {
  test('gives the same again, and another gives something else', () => {
    expect(draw(new Seed('1'))).toEqual(draw(new Seed('1')));
    expect(draw(new Seed('1'))).not.toEqual(draw(new Seed('2')));
  });

  test('has branches that know nothing of each other', () => {
    const seed = new Seed('1');
    const before = draw(seed.branch('a'));
    seed.branch('b').hex(32);
    seed.fraction();
    expect(draw(seed.branch('a'))).toEqual(before);
    expect(seed.idOf('court')).toBe(seed.idOf('court'));
    expect(seed.idOf('court')).not.toBe(seed.idOf('party'));
  });

  test('makes ids that schemas take, none twice', () => {
    const seed = new Seed('1');
    const ids = Array.from({ length: 2000 }, () => seed.id());
    for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('draws evenly, both ends included, and by weights', () => {
    const seed = new Seed('1');
    const dice = Array.from({ length: 6000 }, () => seed.between(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6]) expect(dice.filter((drawn) => drawn === face).length).toBeGreaterThan(850);
    expect(Math.min(...dice)).toBe(1);
    expect(Math.max(...dice)).toBe(6);
    const weighted = Array.from({ length: 4000 }, () => seed.weighted({ often: 3, seldom: 1, never: 0 }));
    expect(weighted.filter((drawn) => drawn === 'often').length / 4000).toBeCloseTo(0.75, 1);
    expect(weighted).not.toContain('never');
  });

  test('shuffles without losing anything', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);
    const shuffled = new Seed('1').shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(list);
  });

  test('refuses to pick from nothing', () => {
    expect(() => new Seed('1').pick([])).toThrow(RangeError);
  });
});
