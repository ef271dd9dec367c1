/** The navigation of each role, held against the table of permissions. */
import { describe, expect, test } from 'vitest';
import { places } from '../../../server/console/places.ts';
import { type Action, may, type Relation } from '../../../shared/access/permissions.ts';
import { codesOf, roles } from '../../../shared/vocabulary.ts';

/** What a page reads first. */
const reads: Record<string, readonly [Action, Relation]> = {
  '/inbox': ['record:list', 'any'],
  '/records': ['record:list', 'any'],
  '/matters': ['matter:list', 'any'],
  '/browsers': ['credential:issue', 'own'],
  '/performance-evaluation': ['feed:read', 'any'],
  '/integrity-review': ['feed:read', 'any'],
  '/statistics': ['statistics:read', 'any'],
  '/self-check': ['self-check:read', 'own'],
  '/reading-log': ['reading-log:read', 'any'],
  '/accounts': ['account:list', 'any'],
};

describe('navigation', () => {
  test.each(codesOf(roles).flatMap((role) => places[role].map(({ path }) => [role, path] as const)))(
    '%s is led to %s, which they may read',
    (role, path) => {
      const [action, relation] = reads[path] ?? [];
      expect(action && relation && may(role, action, [relation])).toBe(true);
    },
  );

  test.each(codesOf(roles))('%s is led to every list that they may read', (role) => {
    const led: readonly string[] = places[role].map(({ path }) => path);
    const actions = new Set(led.map((path) => reads[path]?.[0]));
    for (const [action, relation] of Object.values(reads)) {
      if (may(role, action, [relation])) expect(actions, action).toContain(action);
    }
  });
});
