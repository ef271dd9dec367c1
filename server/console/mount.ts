/** Serves the built console: its files under `/assets/`, and its one page for every address that is not the interface's. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import type { Env } from '../access/guard.ts';
import { outputs } from '../build/outputs.ts';

/** Addresses that are not pages: unknown ones below them answer a problem, not the console. */
const notPages = /^\/(api|feeds|ledger|assets|extension|docs|openapi\.json|healthz)(\/|$|\.)/;

export function mountConsole(app: Hono<Env>): void {
  let files: MiddlewareHandler | undefined;
  app.use('/assets/*', (context, next) => {
    // Looked for when first asked: a console that is not built is no reason to complain at every start.
    if (!existsSync(outputs.console.folder)) return next();
    files ??= serveStatic({
      root: outputs.console.folder,
      // The build puts a hash into every name: a file never changes under its name.
      onFound: (_path, found) => found.header('Cache-Control', 'public, max-age=31536000, immutable'),
    });
    return files(context, next);
  });
  app.get('*', async (context) => {
    const page = join(outputs.console.folder, 'index.html');
    if (notPages.test(context.req.path) || !existsSync(page)) return context.notFound();
    return context.html(await readFile(page, 'utf8'), 200, { 'Cache-Control': 'no-cache' });
  });
}
