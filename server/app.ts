/** The server's HTTP face: every feature is mounted here, once. */
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { ProblemError } from '../shared/problem.ts';
import { mountAuthentication } from './access/authentication-routes.ts';
import type { Env } from './access/guard.ts';
import { mountPassword } from './access/password-route.ts';
import { mountAccess } from './access/routes.ts';
import { sameOriginForCookies } from './access/same-origin.ts';
import { mountSecondFactor } from './access/second-factor-routes.ts';
import { mountConsole } from './console/mount.ts';
import { mountDirectory } from './directory/routes.ts';
import { mountDocumentation } from './documentation/routes.ts';
import { mountEvidence } from './evidence/routes.ts';
import { mountFeeds } from './feeds/routes.ts';
import { mountMatters } from './matters/routes.ts';
import { answerProblem, notFound } from './platform/answer-problem.ts';
import type { Platform } from './platform/platform.ts';
import { mountRecords } from './records/routes.ts';
import { mountSelfChecks } from './self-check/routes.ts';
import { mountSession } from './session/routes.ts';
import { mountStatistics } from './statistics/routes.ts';

/** Pages of an extension, which call with a bearer token and never with a cookie. */
const extensionOrigin = /^(chrome|moz)-extension:\/\/[\w-]+$/;

/** Features, in the order in which `/docs` shows them. */
const features = [
  mountAuthentication,
  mountSecondFactor,
  mountPassword,
  mountSession,
  mountRecords,
  mountEvidence,
  mountMatters,
  mountFeeds,
  mountStatistics,
  mountSelfChecks,
  mountDirectory,
  mountAccess,
];

/**
 * The application over a platform.
 * @example const answer = await createApp(platform).request('/api/connection')
 */
export function createApp(platform: Platform): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    context.set('platform', platform);
    await next();
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
      // Two years, and only where https is what browsers reach: over http the header would mean nothing (RFC 6797, 7.2).
      strictTransportSecurity: platform.origin.startsWith('https:') && 'max-age=63072000; includeSubDomains',
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // A page that needs another policy, as /docs does, states it itself.
      overwrite: false,
    }),
  );
  app.use(
    '/api/*',
    cors({
      origin: (origin) => (extensionOrigin.test(origin) ? origin : null),
      exposeHeaders: ['Retry-After'],
      maxAge: 600,
    }),
  );
  app.use(sameOriginForCookies(platform.origin));
  app.use('/api/*', smallBodies, neverStored);

  app.get('/healthz', (context) => context.json({ ok: true }));
  for (const mount of features) mount(app, platform);
  mountDocumentation(app);
  mountConsole(app);

  app.notFound(notFound);
  app.onError(answerProblem);
  return app;
}

/** Evidence and the self-check state a limit of their own beside their routes; everything else is small. */
const ownLimit = /^\/api\/(records\/[^/]+\/evidence\/|self-checks\/)/;
const limited = bodyLimit({ maxSize: 256 * 1024, onError: () => Promise.reject(new ProblemError('too-large')) });
const smallBodies: MiddlewareHandler<Env> = (context, next) =>
  ownLimit.test(context.req.path) ? next() : limited(context, next);

/** What an account may read stays out of every cache that somebody else could read. */
const neverStored: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'private, no-store');
};
