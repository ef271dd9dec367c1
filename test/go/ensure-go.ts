/** Makes sure that the tests can build the Go verifier: as found, or installed from the system's packages, saying so. */
import { packagesPlan, presentSurroundings, runPlan } from '../browser/installation-plan.ts';
import { missingGoPackages } from './go.ts';

/** Says what to run where something is missing and cannot be installed; the tests that need it then fail and say so too. */
export function ensureGo(): void {
  const missing = missingGoPackages();
  if (missing.length === 0) return;
  const plan = packagesPlan(missing, presentSurroundings());
  if (plan.commands) {
    console.log(`Go or its libraries not found: installing from the system's packages`);
    runPlan(plan.commands);
  }
  if (missingGoPackages().length > 0) console.warn(`No Go to verify the ledger with. To mend it:\n  ${plan.line}\n`);
}
