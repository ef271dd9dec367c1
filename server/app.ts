/** The server's HTTP face: every feature is mounted here, once. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { ProblemError } from '../shared/problem.ts';
import type { Env } from './access/guard.ts';
import { mountAccess } from './access/routes.ts';
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

/** Pages of an extension, which call with a bearer token and never with a cookie. */
const extensionOrigin = /^(chrome|moz)-extension:\/\/[\w-]+$/;

/** Features, in the order in which `/docs` shows them. */
const features = [
  mountSession,
  mountRecords,
  mountEvidence,
  mountMatters,
  mountFeeds,
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
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use('/api/*', cors({ origin: (origin) => (extensionOrigin.test(origin) ? origin : null), maxAge: 600 }));
  app.use(csrf({ origin: (origin) => origin === platform.origin || extensionOrigin.test(origin) }));
  // Evidence has a limit of its own; everything else is small.
  app.use('/api/auth/*', bodyLimit({ maxSize: 64 * 1024, onError: tooLarge }));
  app.use('/api/captures/*', bodyLimit({ maxSize: 256 * 1024, onError: tooLarge }));
  app.use(
    '/api/:feature{records|matters|self-checks}/:id/events',
    bodyLimit({ maxSize: 256 * 1024, onError: tooLarge }),
  );

  app.on(['GET', 'POST'], '/api/auth/*', (context) => platform.authentication.handler(context.req.raw));
  app.get('/healthz', (context) => context.json({ ok: true }));
  for (const mount of features) mount(app);
  mountDocumentation(app);
  mountConsole(app);

  app.notFound(notFound);
  app.onError(answerProblem);
  return app;
}

const tooLarge = () => Promise.reject(new ProblemError('too-large'));
