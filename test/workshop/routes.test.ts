import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Env, guardedActions } from '../../server/access/guard.ts';
import { createApp } from '../../server/app.ts';
import { openPlatform, type Platform } from '../../server/platform/platform.ts';
import { type Action, permissions, publicRoutes } from '../../shared/access/permissions.ts';
import { matterTransitions } from '../../shared/matter/workflow.ts';
import { recordTransitions } from '../../shared/record/workflow.ts';

let platform: Platform;
let app: Hono<Env>;
let routes: Route[];
beforeAll(async () => {
  platform = await openPlatform({ folder: ':memory:', origin: 'http://localhost' });
  app = createApp(platform);
  routes = mounted(app);
});
afterAll(() => platform.close());

interface Route {
  /** `GET /api/records/:id` */
  name: string;
  method: string;
  path: string;
  /** What its handlers name as their action, in their order; null for a handler that is no guard. */
  actions: (Action | null)[];
}

/** Every route once; what only stands before other routes (CORS, limits) is none. */
function mounted({ routes: rows }: Hono<Env>): Route[] {
  const found = new Map<string, Route>();
  for (const { method, path, handler } of rows) {
    const name = `${method} ${path}`;
    const route = found.get(name) ?? { name, method, path, actions: [] };
    route.actions.push(guardedActions.get(handler) ?? null);
    found.set(name, route);
  }
  const all = [...found.values()];
  const answering = all.filter(({ method }) => method !== 'ALL');
  const standsBefore = ({ path }: Route) => answering.some((other) => patternOf(path).test(other.path));
  return [...answering, ...all.filter((route) => route.method === 'ALL' && !standsBefore(route))];
}

/** The paths that a path of Hono covers. */
const patternOf = (path: string) =>
  new RegExp(
    `^${path
      .replace(/:\w+\{([^}]*)\}/g, '($1)')
      .replace(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  );

/** `/api/records/:id` as OpenAPI writes it. */
const templateOf = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}');

const isPublic = ({ name }: Route) => Object.hasOwn(publicRoutes, name);

describe('every route', () => {
  test('has its row in the permission table, or stands in the public list', () => {
    const unguarded = routes.filter((route) => !isPublic(route) && !route.actions.some(Boolean));
    expect(unguarded.map(({ name }) => name)).toEqual([]);
  });

  test('asks for the permission before it looks at the request', () => {
    const late = routes.filter((route) => !isPublic(route) && route.actions[0] === null);
    expect(late.map(({ name }) => name)).toEqual([]);
  });

  test('that is public is mounted, and has no guard', () => {
    const names = routes.filter(({ actions }) => !actions.some(Boolean)).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(publicRoutes).sort());
  });

  test('refuses who is not signed in, in both languages', async () => {
    for (const { name, method, path } of routes.filter((route) => !isPublic(route))) {
      const headers = { 'content-type': 'application/json' };
      const answer = await app.request(path.replace(/:\w+(\{[^}]*\})?/g, 'x'), { method, headers });
      expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
        name,
        401,
        'application/problem+json',
      ]);
    }
  });

  test('is described in /openapi.json, with a summary in both languages', async () => {
    const { paths } = await (await app.request('/openapi.json')).json();
    for (const { name, method, path } of routes.filter(
      (route) => !isPublic(route) || route.path === '/api/connection',
    )) {
      const operation = paths[templateOf(path)]?.[method.toLowerCase()];
      expect([name, operation?.summary]).toEqual([name, expect.stringMatching(/\p{Script=Han}.* \/ \w/u)]);
      expect([name, operation.tags?.length]).toEqual([name, 1]);
      expect([name, Object.keys(operation.responses ?? {}).length]).not.toEqual([name, 0]);
    }
  });
});

test('every action of the permission table is asked for by a route or a step', () => {
  const asked = new Set<string | null>(routes.flatMap(({ actions }) => actions));
  for (const { action } of [...Object.values(recordTransitions), ...Object.values(matterTransitions)])
    asked.add(action);
  expect(Object.keys(permissions).filter((action) => !asked.has(action))).toEqual([]);
});
