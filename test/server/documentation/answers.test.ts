/** What every answer has in common: its headers, and the way it says no. */
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Problem, problemSchema } from '../../../shared/problem.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  token = await world.captureToken('judge');
});
afterAll(() => world.close());

const policyOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') ?? '').split(/;\s*/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('every answer', () => {
  test.each([
    '/',
    '/docs',
    '/openapi.json',
    '/healthz',
    '/api/connection',
    '/api/records',
    '/api/none',
    '/assets/none.js',
  ])('at %s keeps scripts, frames and other pages out', async (path) => {
    const answer = await world.request(path);
    const policy = policyOf(answer);
    expect(policy['default-src']).toBe("'self'");
    expect(policy['script-src'] ?? policy['default-src']).toBe("'self'");
    expect(policy).toMatchObject({ 'frame-ancestors': "'none'", 'base-uri': "'none'" });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  test.each(['/', '/docs'])('that is a page (%s) carries no script of its own, as the policy demands', async (path) => {
    const text = await (await world.request(path)).text();
    for (const [, attributes = '', content = ''] of text.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      expect(attributes).toMatch(/\bsrc="\//);
      expect(content.trim()).toBe('');
    }
    expect(text).not.toMatch(/\son\w+=|javascript:/);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('of the interface stays out of every cache', async () => {
    for (const path of ['/api/connection', '/api/session', '/api/records', '/api/none'])
      expect((await world.request(path)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('what the documentation needs', () => {
  test.each([
    ['/docs/swagger-ui.css', 'text/css; charset=utf-8'],
    ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
    ['/docs/start.js', 'text/javascript; charset=utf-8'],
  ])('%s is served from here', async (path, type) => {
    const answer = await world.request(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect((await answer.text()).length).toBeGreaterThan(50);
  });

  test.each(['/docs/package.json', '/docs/..%2fpackage.json', '/docs/constructor', '/docs/__proto__'])(
    '%s is nothing of it',
    async (path) => {
      expect((await world.request(path)).status).toBe(404);
    },
  );
});

describe('a refusal', () => {
  const bilingual = async (answer: Response): Promise<Problem> => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = problemSchema.parse(await answer.json());
    expect(problem.status).toBe(answer.status);
    expect(problem.title).toMatch(/\p{Script=Han}/u);
    expect(problem.titleEn).toMatch(/^[ -~]+$/);
    return problem;
  };

  test.each(['/api', '/api/', '/api/none', '/feeds/none', '/docs/none', '/healthz/none', '/api/records/x/none'])(
    'of the unknown address %s is a problem in both languages',
    async (path) => {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await world.request(path, { method });
        expect([method, answer.status]).toEqual([method, 404]);
        expect((await bilingual(answer)).type).toBe('urn:liuhen:problem:not-found');
      }
    },
  );

  const put = (body: BodyInit, headers: Record<string, string> = {}) =>
    world.request(`/api/captures/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body,
    });

  test.each(['{', 'not json', '{"a":1,}', ''])('of the malformed JSON %s says so', async (body) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    const { type, detail, fields } = await bilingual(answer);
    expect(type).toBe('urn:liuhen:problem:invalid-input');
    expect(detail ?? fields?.[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  test.each(['null', '[]', '7', '"text"', '{}', '{"__proto__":{"x":1}}', '[[[[[[[[]]]]]]]]'])(
    'of the JSON %s that is no capture names what is missing',
    async (body) => {
      const answer = await put(body);
      expect(answer.status).toBe(400);
      expect((await bilingual(answer)).fields?.[0]?.message).toMatch(/\p{Script=Han}/u);
    },
  );

  test('of JSON nested without end is no failure of the server', async () => {
    const depth = 50_000;
    const answer = await put(`{"extra":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(answer.status).toBe(400);
    await bilingual(answer);
  });

  test('of another content type is one of its input', async () => {
    const answer = await put('captureId=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(400);
    await bilingual(answer);
  });

  test.each([
    ['PUT', () => `/api/captures/${crypto.randomUUID()}`],
    ['POST', () => `/api/records/${crypto.randomUUID()}/events`],
    ['POST', () => `/api/matters/${crypto.randomUUID()}/events`],
    ['POST', () => '/api/capture-credentials'],
    ['POST', () => '/api/auth/sign-in/username'],
    ['POST', () => '/api/auth/device/code'],
  ])('of a body of more than 256 KB to %s %s says 413', async (method, path) => {
    const body = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const stated = { ...headers, 'content-length': String(body.length) };
    for (const given of [headers, stated]) {
      const answer = await world.request(path(), { method, headers: given, body });
      expect(answer.status).toBe(413);
      await bilingual(answer);
    }
  });
});

describe('over a socket', () => {
  let port: number;
  const server = createServer((incoming, outgoing) => getRequestListener(world.app.fetch)(incoming, outgoing));
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('a body that grows without saying how far is cut off at the limit', async () => {
    const status = await new Promise<number>((answered, failed) => {
      const asking = request(
        {
          port,
          method: 'PUT',
          path: `/api/captures/${crypto.randomUUID()}`,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'transfer-encoding': 'chunked',
          },
        },
        (answer) => {
          answer.resume();
          answered(answer.statusCode ?? 0);
          asking.destroy();
        },
      );
      asking.on('error', failed);
      for (let written = 0; written < 300; written++) asking.write('x'.repeat(1024));
    });
    expect(status).toBe(413);
  });

  test('header values cannot be smuggled through an address', async () => {
    const answer = await new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.end(
          'GET /api/records/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: localhost\r\nOrigin: chrome-extension://a%0d%0aX-Smuggled:1\r\nConnection: close\r\n\r\n',
        ),
      );
      let said = '';
      socket.on('data', (bytes) => {
        said += bytes;
      });
      socket.on('close', () => done(said));
    });
    const head = answer.split('\r\n\r\n')[0] ?? '';
    expect(head).toMatch(/^HTTP\/1\.1 401/);
    expect(head).not.toMatch(/set-cookie|x-smuggled/i);
  });
});
