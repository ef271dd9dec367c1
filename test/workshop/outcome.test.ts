import { describe, expect, test } from 'vitest';
import { outcomeOf, type RanFile } from '../outcome.ts';

/** A file whose tests ended in the given states. */
function file(states: string[], ok = states.every((state) => state === 'passed')): RanFile {
  const tests = states.map((state, index) => ({ fullName: `test ${index}`, result: () => ({ state }) }));
  return { relativeModuleId: 'a.test.ts', ok: () => ok, children: { allTests: () => tests } };
}

describe('the count at the end of `npm test`', () => {
  test.each<[string, RanFile[], unknown[], number, number]>([
    ['all passed', [file(['passed', 'passed']), file(['passed'])], [], 3, 0],
    ['one failed', [file(['passed', 'failed'])], [], 1, 1],
    ['a skipped test has failed', [file(['passed', 'skipped'])], [], 1, 1],
    ['a test that never ended has failed', [file(['pending'])], [], 0, 1],
    ['a file that does not load has failed', [file(['passed']), file([], false)], [], 1, 1],
    ['a file whose clearing-up fails has failed', [file(['passed'], false)], [], 1, 1],
    ['an error that nobody caught has failed', [file(['passed'])], [new Error('stray')], 1, 1],
    ['no test at all has failed', [], [], 0, 1],
    ['a file without tests does not hide the others', [file([]), file(['passed'])], [], 1, 0],
  ])('%s', (_, files, unhandled, passed, failed) => {
    expect(outcomeOf(files, unhandled)).toMatchObject({ passed, failed });
  });

  test('names what did not run', () => {
    expect(outcomeOf([file(['skipped'])], []).complaints).toEqual(['did not run: a.test.ts > test 0']);
  });
});
