import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The two demonstration case-management systems; the extension's browser tests open the same pages. */
const root = fileURLToPath(new URL('../../test/fixtures/case-systems', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** As strict as the better court systems: everything from the system itself, frames only of itself. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-cache',
};

type Answer =
  | { readonly status: 200 | 404 | 405; readonly type: string; readonly body: Buffer | string }
  | { readonly status: 308; readonly location: string };

/**
 * Serves the demonstration case systems at an origin of their own: `/` links both, `/classic/` is the kind with inner
 * tabs, `/spa/…` the single-page application, which answers every client-side route with its start page.
 * @param options.port 0 takes a free port.
 * @param options.host 127.0.0.1 by default. Not `localhost`, where the server itself listens: cookies know no ports, and a
 *   case system must not share the host of Liuhen's session.
 * @throws the system's error (`EADDRINUSE` …) when the address cannot be taken.
 */
export async function serveCaseSystems(options: {
  readonly port: number;
  readonly host?: string;
}): Promise<{ origin: string; close(): Promise<void> }> {
  const host = options.host ?? '127.0.0.1';
  const server = createServer(async (request, response) => {
    const answer = await answerTo(request.method ?? 'GET', request.url ?? '/');
    if (answer.status === 308) {
      response.writeHead(308, { ...headers, location: answer.location }).end();
      return;
    }
    const allow = answer.status === 405 ? { allow: 'GET, HEAD' } : {};
    response.writeHead(answer.status, { ...headers, ...allow, 'content-type': answer.type });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port, host, listening);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answerTo(method: string, url: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, type: 'text/plain; charset=utf-8', body: '演示系统只供浏览。' };
  }
  const path = decodedPath(url);
  const file = path === undefined ? undefined : fileUnderRoot(path);
  if (path === undefined || file === undefined) return notFound();
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() && !path.endsWith('/'))
    return { status: 308, location: `${path}/${url.replace(/^[^?]*/, '')}` };
  if (found?.isDirectory()) return page(join(file, 'index.html'));
  if (found?.isFile()) return page(file);
  const clientRoute = path.startsWith('/spa/') && extname(path) === '';
  return clientRoute ? page(join(root, 'spa', 'index.html')) : notFound();
}

/** The path without query, percent-decoded; undefined where it is malformed. */
function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}

/** The file that a path names, or undefined where it leads out of the folder or cannot be a file's name. */
function fileUnderRoot(path: string): string | undefined {
  if (!/^\/(?!\/)/.test(path) || path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(root, `.${path}`);
  return file === root || file.startsWith(root + sep) ? file : undefined;
}

async function page(file: string): Promise<Answer> {
  const type = contentTypes[extname(file)];
  const body = type === undefined ? undefined : await readFile(file).catch(() => undefined);
  return type === undefined || body === undefined ? notFound() : { status: 200, type, body };
}

async function notFound(): Promise<Answer> {
  const body = await readFile(join(root, '404.html'));
  return { status: 404, type: 'text/html; charset=utf-8', body };
}

/**
 * Where the demonstration case systems are served, as a match pattern of extensions. It names no port: Firefox knows none
 * in match patterns, and the port can be chosen.
 */
export const demonstrationCaseSystems = 'http://127.0.0.1/*';
