/**
 * The door of every route: it names the permission that the route needs. Who is not signed in gets 401; whose role never
 * has the permission gets the 404 of what does not exist. The relation to the thing itself is the command's question.
 */
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Action, needsSecondFactor, permissions } from '../../shared/access/permissions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Platform } from '../platform/platform.ts';
import { identify, type Viewer } from './viewer.ts';

export interface Env {
  Variables: { platform: Platform; viewer: Viewer };
}

/** What a credential may do; a session may do what its role may. */
const credentialActions: Record<'capture' | 'feed', Action> = { capture: 'capture:write', feed: 'feed:read' };

/** The action that each guard of a mounted route names, for the test that no route lacks one. */
export const guardedActions = new WeakMap<object, Action>();

/** Admits the roles that have an action; sets `viewer`. */
export function guard(action: Action): MiddlewareHandler<Env> {
  const middleware = createMiddleware<Env>(async (context, next) => {
    const { platform } = context.var;
    const { viewer, enrolled, cookies } = await identify(platform, context.req.raw.headers);
    if (viewer === 'revoked') throw new ProblemError('credential-revoked');
    if (!viewer) throw new ProblemError('sign-in-required');
    // Such a session may enrol and sign out. A demonstration shows its password to everybody, and asks for nothing more.
    const incomplete =
      viewer.via === 'session' && needsSecondFactor(viewer.role) && !enrolled && !platform.demonstration;
    if (incomplete && action !== 'second-factor:enrol') throw new ProblemError('second-factor-required');
    if (!admits(viewer, action)) throw new ProblemError('not-found');
    for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true });
    context.set('viewer', viewer);
    await next();
  });
  guardedActions.set(middleware, action);
  return middleware;
}

function admits(viewer: Viewer, action: Action): boolean {
  if (viewer.via !== 'session') return credentialActions[viewer.via] === action;
  // A capture is written with the capture credential only: whoever steals a session cannot plant records.
  return action !== 'capture:write' && viewer.role in permissions[action];
}
