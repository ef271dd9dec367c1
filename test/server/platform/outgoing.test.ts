import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { OutgoingError, type OutgoingOptions, sendOutgoing } from '../../../server/platform/outgoing.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The address of a server on this computer. */
async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const reasonOf = (address: string, options?: OutgoingOptions) =>
  sendOutgoing(address, { method: 'GET' }, { timeout: 2000, ...options }).then(
    () => 'answered',
    (error: unknown) => (error instanceof OutgoingError ? error.reason : String(error)),
  );

describe('an address', () => {
  test.each([
    ['http://203.0.113.1/', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['nonsense', 'address'],
    ['https://user:word@example.com/', 'address'],
    ['http://127.0.0.1:1/', 'scheme'],
    ['https://127.0.0.1:1/', 'private'],
    ['https://localhost:1/', 'private'],
    ['https://[::1]:1/', 'private'],
    ['https://10.1.2.3/', 'private'],
    ['https://172.31.255.255/', 'private'],
    ['https://192.168.1.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data/', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://0.0.0.0/', 'private'],
    ['https://255.255.255.255/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[fe80::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://[::ffff:7f00:1]/', 'private'],
    ['https://[64:ff9b::a00:1]/', 'private'],
    ['https://[2002:a00:1::]/', 'private'],
    // The many ways to write a loopback address, which the URL standard makes one.
    ['https://0x7f000001/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0177.0.0.1/', 'private'],
    ['https://127.1/', 'private'],
  ])('%s is refused: %s', async (address, reason) => {
    expect(await reasonOf(address)).toBe(reason);
  });

  test('of the inner network is tried once its host is named, and no other', async () => {
    const inner = { innerHosts: ['192.0.2.1'], timeout: 300 };
    expect(['timeout', 'unreachable']).toContain(await reasonOf('https://192.0.2.1:1/', inner));
    expect(await reasonOf('https://192.0.2.2:1/', inner)).toBe('private');
  });

  test('of this computer stays closed by naming it as an inner one', async () => {
    expect(await reasonOf('https://127.0.0.1:1/', { innerHosts: ['127.0.0.1'] })).toBe('private');
  });
});

describe('a server on this computer, which was named', () => {
  const loopback = { loopback: true };

  test('gets the request and answers', async () => {
    const address = await serve((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => response.end(`${request.method} ${request.url} ${Buffer.concat(pieces)}`));
    });
    const answer = await sendOutgoing(`${address}/add?x=1`, { method: 'POST', body: '检查点' }, loopback);
    expect([answer.status, answer.body.toString()]).toEqual([200, 'POST /add?x=1 检查点']);
  });

  test('may refuse: its status is the answer', async () => {
    const address = await serve((_, response) => response.writeHead(409).end('12'));
    expect((await sendOutgoing(address, { method: 'GET' }, loopback)).status).toBe(409);
  });

  test.each([301, 302, 303, 307, 308])('leads nowhere else by %i', async (status) => {
    let asked = 0;
    const address = await serve((_, response) => {
      asked++;
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await reasonOf(address, loopback)).toBe('redirect');
    expect(asked).toBe(1);
  });

  test('that says too much is cut short', async () => {
    const address = await serve((_, response) => {
      response.write('x'.repeat(5000));
      response.end('x'.repeat(5000));
    });
    expect(await reasonOf(address, { ...loopback, most: 8000 })).toBe('too-large');
    expect(await reasonOf(address, { ...loopback, most: 10_000 })).toBe('answered');
  });

  test.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    ['goes on for ever', (_, response) => void setInterval(() => response.write('x'), 20).unref()],
  ])('that %s is waited for no longer than was said', async (_, listener) => {
    expect(await reasonOf(await serve(listener), { ...loopback, timeout: 200 })).toBe('timeout');
  });

  test('that breaks off is an error', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await reasonOf(address, loopback)).toBe('unreachable');
  });
});
