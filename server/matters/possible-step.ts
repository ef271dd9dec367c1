/** Whether a matter, as it stands, takes a step: asked by the views that list steps and by the command that takes one. */
import { findingsFor, type MatterStep, matterTransitions } from '../../shared/matter/workflow.ts';
import type { MatterRow } from '../store/schema.ts';

/** Whoever may take it: by the state alone, and by what the matter was found to be. */
export function isPossible(step: MatterStep, matter: MatterRow): boolean {
  const from: readonly string[] = matterTransitions[step].from;
  const findings: readonly string[] | undefined = findingsFor[step];
  // The committee's determination, once there is one, stands above the organ's own opinion.
  const finding = matter.determination ?? matter.screening_opinion;
  return from.includes(matter.state) && (!findings || (finding !== null && findings.includes(finding)));
}
