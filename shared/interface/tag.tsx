/** Tags: a mark and a word, so that no state is told by colour alone. */
import type { ComponentChildren, JSX } from 'preact';
import type { MatterState } from '../matter/workflow.ts';
import { matterStates } from '../matter/workflow.ts';
import type { RecordState } from '../record/workflow.ts';
import { recordStates } from '../record/workflow.ts';
import { say } from './language.ts';

export type Tone = 'neutral' | 'active' | 'done' | 'attention' | 'danger';

const marks: Record<Tone, string> = { neutral: '○', active: '◐', done: '●', attention: '◆', danger: '▲' };

/** A word in a frame; the mark before it differs with the tone. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }): JSX.Element {
  return (
    <span class="tag" data-tone={tone}>
      <span class="tag-mark" aria-hidden="true">
        {marks[tone]}
      </span>
      {children}
    </span>
  );
}

/** How each state of a record looks. */
export const recordTones: Record<RecordState, Tone> = {
  captured: 'attention',
  submitted: 'active',
  accepted: 'done',
  returned: 'attention',
  withdrawn: 'neutral',
};

/** The state of a record. */
export function RecordStateTag({ state }: { state: RecordState }): JSX.Element {
  return <Tag tone={recordTones[state]}>{say(recordStates[state])}</Tag>;
}

const matterTones: Record<MatterState, Tone> = {
  opened: 'attention',
  screened: 'active',
  shelved: 'neutral',
  referred: 'active',
  studied: 'active',
  determined: 'active',
  approved: 'active',
  released: 'done',
  closed: 'neutral',
};

/** The state of a matter. */
export function MatterStateTag({ state }: { state: MatterState }): JSX.Element {
  return <Tag tone={matterTones[state]}>{say(matterStates[state])}</Tag>;
}
