/** What a run of tests came to: one count for people and for machines, in which nothing that did not run looks well. */

/** What is read of a test file after the run; vitest's `TestModule` is one. */
export interface RanFile {
  relativeModuleId: string;
  ok(): boolean;
  children: { allTests(): Iterable<{ fullName: string; result(): { state: string } }> };
}

export interface Outcome {
  passed: number;
  failed: number;
  /** What the reporter does not show as a failure: skipped tests, files that did not load. */
  complaints: string[];
}

/**
 * Counts tests. A skipped test has failed; so has a file in which something beside its tests went wrong, an error that
 * nobody caught, and a run without tests.
 * @param unhandled errors outside every test
 */
export function outcomeOf(files: Iterable<RanFile>, unhandled: readonly unknown[]): Outcome {
  const outcome: Outcome = { passed: 0, failed: unhandled.length, complaints: [] };
  for (const file of files) {
    let failedHere = 0;
    for (const test of file.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') outcome.passed++;
      else failedHere++;
      if (state !== 'passed' && state !== 'failed')
        outcome.complaints.push(`did not run: ${file.relativeModuleId} > ${test.fullName}`);
    }
    if (failedHere === 0 && !file.ok()) {
      failedHere = 1;
      outcome.complaints.push(`failed outside its tests: ${file.relativeModuleId}`);
    }
    outcome.failed += failedHere;
  }
  if (outcome.passed + outcome.failed === 0) {
    outcome.failed = 1;
    outcome.complaints.push('no test ran');
  }
  return outcome;
}
