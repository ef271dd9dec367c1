import { describe, expect, test } from 'vitest';
import { permissions } from '../../shared/access/permissions.ts';
import { matterStates, matterTransitions } from '../../shared/matter/workflow.ts';
import { recordStates, recordTransitions, type Transition } from '../../shared/record/workflow.ts';

/** Of the regional measures; 14 and 15 are about the measures themselves. */
const lastArticle = 13;

interface Workflow {
  first: string;
  states: Record<string, unknown>;
  transitions: Record<string, Transition<string>>;
}

const workflows: [string, Workflow][] = [
  ['record', { first: 'captured', states: recordStates, transitions: recordTransitions }],
  ['matter', { first: 'opened', states: matterStates, transitions: matterTransitions }],
];

describe.each(workflows)('the workflow of a %s', (_, { first, states, transitions }) => {
  test.each(Object.entries(transitions))('step %s names its article, its permission and known states', (__, step) => {
    const article = Number(/^Art\. (\d+)$/.exec(step.article)?.[1]);
    expect(article).toBeGreaterThanOrEqual(1);
    expect(article).toBeLessThanOrEqual(lastArticle);
    expect(Object.keys(permissions)).toContain(step.action);
    for (const state of [...step.from, ...(step.to === null ? [] : [step.to])])
      expect(Object.keys(states)).toContain(state);
    expect(step.from.length).toBeGreaterThan(0);
  });

  test('reaches every state from the first', () => {
    const reached = new Set([first]);
    for (let known = 0; known < reached.size; ) {
      known = reached.size;
      for (const { from, to } of Object.values(transitions))
        if (to !== null && from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual(Object.keys(states).sort());
  });
});
