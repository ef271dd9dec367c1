/** Where a matter stands on its line, from the workflow's states. */
import { say } from '../../../shared/interface/language.ts';
import { type MatterState, matterStates } from '../../../shared/matter/workflow.ts';
import { matterWording as wording } from '../wording/matters.ts';

const line: readonly MatterState[] = [
  'opened',
  'screened',
  'referred',
  'studied',
  'determined',
  'approved',
  'released',
  'closed',
];
/** A shelved matter has left the line after its screening. */
const shelvedLine: readonly MatterState[] = ['opened', 'screened', 'shelved'];

export function Progress({ state }: { state: MatterState }) {
  const shown = state === 'shelved' ? shelvedLine : line;
  const place = shown.indexOf(state);
  return (
    <ol class="progress" aria-label={say(wording.progress)}>
      {shown.map((passed, index) => (
        <li
          key={passed}
          data-place={index < place ? 'passed' : index === place ? 'here' : 'ahead'}
          aria-current={index === place ? 'step' : undefined}
        >
          <span class="progress-mark" aria-hidden="true">
            {index < place ? '✓' : index + 1}
          </span>
          {say(matterStates[passed])}
        </li>
      ))}
    </ol>
  );
}
