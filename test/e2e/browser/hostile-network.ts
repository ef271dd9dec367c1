/** A network between browser and server that misbehaves as it is told, one request for a capture after the other. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Receipt } from '../../../shared/ledger/receipt.ts';

/**
 * - `hang-up`: the connection ends unanswered
 * - `portal`: the sign-in page of a hotel's network answers in the server's place, as if all were well
 * - `proxy-404`: a proxy knows of no such server
 * - `starting`: the server says that it is not available yet
 * - `answer-lost`: the server takes the capture, its answer never arrives
 * - `forged`: the answer arrives, signed by somebody else
 * - `pass`: nothing happens
 */
export type Mischief = 'hang-up' | 'portal' | 'proxy-404' | 'starting' | 'answer-lost' | 'forged' | 'pass';

export interface HostileNetwork {
  readonly origin: string;
  /** Captures that reached the network, by what happened to them. */
  readonly happened: Mischief[];
  /** What happens to the next requests; after them all pass. */
  plan(...mischiefs: Mischief[]): void;
  close(): Promise<void>;
}

/** Opens the network in front of a server. */
export async function openHostileNetwork(serverOrigin: string): Promise<HostileNetwork> {
  const planned: Mischief[] = [];
  const happened: Mischief[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const isCapture = request.method === 'PUT' && request.url?.startsWith('/api/captures/');
    const mischief = (isCapture && planned.shift()) || 'pass';
    if (isCapture) happened.push(mischief);
    if (mischief === 'hang-up') return request.socket.destroy();
    if (mischief === 'portal') return say(response, 200, 'text/html', '<h1>请登录网络</h1>');
    if (mischief === 'proxy-404') return say(response, 404, 'text/html', '<h1>Not Found</h1>');
    if (mischief === 'starting')
      return say(response, 503, 'application/problem+json', '{"status":503,"title":"启动中"}');
    const { status, type, body } = await forward(serverOrigin, request);
    if (mischief === 'answer-lost') return request.socket.destroy();
    return say(response, status, type, mischief === 'forged' ? forged(body) : body);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    happened,
    plan: (...mischiefs) => void planned.push(...mischiefs),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function say(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*, authorization, content-type, x-content-sha256',
    'access-control-allow-methods': '*',
  });
  response.end(status === 204 ? undefined : body);
}

async function forward(serverOrigin: string, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await fetch(serverOrigin + request.url, {
    method: request.method,
    headers: Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name, value]) => value && !/^(host|connection|content-length)$/.test(name),
      ),
    ) as Record<string, string>,
    body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'application/json',
    body: await answer.text(),
  };
}

/** The same receipt under a signature that no key has made. */
function forged(body: string): string {
  const receipt: Receipt = JSON.parse(body);
  // The proof ends with the signature of its checkpoint.
  return JSON.stringify({ ...receipt, proof: receipt.proof.replace(/.{8}(.{20}\n)$/, 'AAAAAAAA$1') });
}
