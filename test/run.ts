/**
 * `npm test [-- part-of-a-path …]`: every test, those in a real browser included, or those whose path holds one of the
 * given parts. Brings what they need first; ends with `N passed, N failed`, and exit code 1 unless all passed.
 */
import { startVitest } from 'vitest/node';
import { buildOutput, type Output, outputs } from '../server/build/outputs.ts';
import { StartError } from '../server/start-error.ts';
import { ensureBrowser } from './browser/ensure-browser.ts';
import { ensureGo } from './go/ensure-go.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const browser = ensureBrowser();
if (!browser) process.exit(1);
console.log(`Browser: ${browser}`);
// The test files look no further.
process.env.LIUHEN_BROWSER = browser;
ensureGo();

const notBuilt: Outcome = { passed: 0, failed: 1, complaints: ['nothing ran: the build failed'] };
const { passed, failed, complaints } = (await built()) ? await run(process.argv.slice(2)) : notBuilt;
for (const complaint of complaints) console.log(complaint);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Builds what the end-to-end tests use, where it is out of date; tells whether that went well. */
async function built(): Promise<boolean> {
  const builds = await Promise.allSettled(Object.values<Output>(outputs).map(buildOutput));
  const failures = builds.flatMap((build) => (build.status === 'rejected' ? [build.reason] : []));
  for (const failure of failures) console.error(failure instanceof StartError ? failure.zh : failure);
  return failures.length === 0;
}

async function run(filters: string[]): Promise<Outcome> {
  const vitest = await startVitest(filters, { run: true, watch: false, reporters: ['default'] });
  const outcome = outcomeOf(vitest.state.getTestModules(), vitest.state.getUnhandledErrors());
  await vitest.close();
  return outcome;
}
