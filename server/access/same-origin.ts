/**
 * The browser sends its cookie whoever asks it to; so the page that asks must be ours (OWASP, Cross-Site Request Forgery
 * Prevention: verifying the origin). A bearer token no foreign page has; without cookie and token there is nothing to abuse.
 */
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../../shared/problem.ts';
import type { Env } from './guard.ts';

/**
 * Refuses changes that come by cookie from another page.
 * @param own the server's address
 * @throws {ProblemError} `not-found`
 */
export function sameOriginForCookies(own: string): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { method, raw } = context.req;
    const ambient = raw.headers.has('cookie') && !raw.headers.has('authorization');
    const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
    if (ambient && changes && !comesFromUs(method, raw.headers, own)) throw new ProblemError('not-found');
    await next();
  };
}

/** A browser names the origin of every change; without one, the request must be of a kind that CORS makes it ask for first. */
function comesFromUs(method: string, headers: Headers, own: string): boolean {
  if (headers.has('origin')) return ownOrigins(headers, own).includes(headers.get('origin') ?? '');
  return method !== 'POST' || /^application\/json\b/i.test(headers.get('content-type') ?? '');
}

/** The origins of this server's pages: the address it was told, and the one at which this request reached it. */
export function ownOrigins(headers: Headers, own: string): string[] {
  const origin = headers.get('origin') ?? '';
  const reached = URL.canParse(origin) && new URL(origin).host === headers.get('host');
  return reached ? [own, origin] : [own];
}
