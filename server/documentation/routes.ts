/** The description of every route: for machines at `/openapi.json`, for people at `/docs`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Env } from '../access/guard.ts';

/** Files of Swagger UI that the page needs, served from the installed package: nothing comes from elsewhere. */
const assets: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

const start = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#documentation', deepLinking: true });`;

export function mountDocumentation(app: Hono<Env>): void {
  app.get(
    '/openapi.json',
    openAPIRouteHandler(app, {
      // The feeds have addresses that end in .csv or .xlsx and are no static files.
      excludeStaticFile: false,
      documentation: {
        info: {
          title: '留痕 Liuhen',
          version: '1',
          description:
            '干预司法活动记录、通报与考核数据接口。 Records of interference in judicial cases, and the yearly feeds.',
        },
        components: {
          securitySchemes: {
            token: { type: 'http', scheme: 'bearer', description: '数据令牌或会话令牌 / feed token or session token' },
          },
        },
        security: [{ token: [] }],
      },
    }),
  );

  app.get('/docs', (context) => {
    // Swagger UI writes style attributes and draws its icons from data addresses; scripts stay ours.
    context.header(
      'Content-Security-Policy',
      "default-src 'self'; object-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    return context.html(html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>接口说明 · 留痕</title>
          <link rel="stylesheet" href="/docs/swagger-ui.css" />
        </head>
        <body>
          <main id="documentation"></main>
          <script src="/docs/swagger-ui-bundle.js"></script>
          <script src="/docs/start.js"></script>
        </body>
      </html>`);
  });

  app.get('/docs/start.js', (context) =>
    context.body(start, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

  app.get('/docs/:asset', async (context) => {
    const name = context.req.param('asset');
    const type = assets.get(name);
    if (!type) return context.notFound();
    const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    return context.body(new Uint8Array(await readFile(join(folder, name))), 200, { 'Content-Type': type });
  });
}
