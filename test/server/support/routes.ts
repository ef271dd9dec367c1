/** The routes as they are mounted, for tests that walk all of them. */
import type { Hono } from 'hono';
import { type Env, guardedActions } from '../../../server/access/guard.ts';
import type { Action } from '../../../shared/access/permissions.ts';

export interface MountedRoute {
  /** `GET /api/records/:id` */
  name: string;
  method: string;
  path: string;
  /** The action of its guard; null where it is public. */
  action: Action | null;
  /** An address of the route: ids as given, a year that every schema admits. */
  addressOf(id: string): string;
}

/** Every route with a method of its own. */
export function routesOf({ routes }: Hono<Env>): MountedRoute[] {
  const found = new Map<string, MountedRoute>();
  for (const { method, path, handler } of routes) {
    if (method === 'ALL') continue;
    const name = `${method} ${path}`;
    const action = found.get(name)?.action ?? guardedActions.get(handler) ?? null;
    const addressOf = (id: string) => path.replace(':year', '2026').replace(/:\w+(\{[^}]*\})?/g, id);
    found.set(name, { name, method, path, action, addressOf });
  }
  return [...found.values()];
}
