/**
 * The one way out: a request to a server that the administrator has named. Whoever can make a server fetch an address of
 * their choice reaches what only the server can reach (SSRF); so the address is of https, its host resolves to public
 * addresses only, unless the administrator has named the host as an inner one, the very address that was looked at is the
 * one connected to (no second look-up that could answer otherwise), redirects are not followed, and time and size end.
 */
import { lookup } from 'node:dns/promises';
import { request as requestOverHttp } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

export interface OutgoingOptions {
  /** Hosts of the inner network that the administrator has named: they may resolve to private addresses. */
  innerHosts?: readonly string[];
  /** Whether a loopback address may be reached, and without https: for a superior's server on the same computer. */
  loopback?: boolean;
  /** Milliseconds for the whole exchange. */
  timeout?: number;
  /** Bytes of the answer. */
  most?: number;
}

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

export interface OutgoingAnswer {
  status: number;
  body: Buffer;
}

/** A request that was not made, or an answer that was not taken; `reason` is for the log and for tests. */
export class OutgoingError extends Error {
  readonly reason: 'address' | 'scheme' | 'private' | 'redirect' | 'timeout' | 'too-large' | 'unreachable';
  constructor(reason: OutgoingError['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutgoingError';
    this.reason = reason;
  }
}

const loopbacks = blocks(['127.0.0.0/8', '::1/128']);

/** Addresses that are nobody's on the public network (IANA special-purpose registries, RFC 6890). */
const reserved = blocks([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/96',
  // IPv4 in IPv6 clothes reaches IPv4: mapped, translated (RFC 6052, 8215), Teredo and 6to4.
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]);

function blocks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** A host as written in an address, without the brackets of IPv6. */
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to. @throws {OutgoingError} where the host, or one of its addresses, may not be reached */
async function reachableAddress(url: URL, { innerHosts = [], loopback = false }: OutgoingOptions): Promise<string> {
  const host = bare(url.hostname);
  const found = await lookup(host, { all: true }).catch((error: unknown) => {
    throw new OutgoingError('unreachable', `${host} has no address`, error);
  });
  const [first] = found;
  if (!first) throw new OutgoingError('unreachable', `${host} has no address`);
  const near = found.every(({ address }) => isIn(loopbacks, address));
  if (url.protocol !== 'https:' && !(near && loopback))
    throw new OutgoingError('scheme', `${url.protocol} is not https: and ${host} is not this computer`);
  for (const { address } of found) {
    const admitted = isIn(loopbacks, address) ? loopback : innerHosts.includes(host) || !isIn(reserved, address);
    if (!admitted) throw new OutgoingError('private', `${host} is ${address}, which is not a public address`);
  }
  return first.address;
}

/**
 * Sends a request to an address that the administrator has named.
 * @throws {OutgoingError}
 */
export async function sendOutgoing(
  address: string,
  { method, headers = {}, body }: OutgoingRequest,
  options: OutgoingOptions = {},
): Promise<OutgoingAnswer> {
  const { timeout = 10_000, most = 1024 * 1024 } = options;
  if (!URL.canParse(address)) throw new OutgoingError('address', 'This is no address');
  const url = new URL(address);
  if (!['https:', 'http:'].includes(url.protocol)) throw new OutgoingError('scheme', `${url.protocol} is not https:`);
  if (url.username || url.password) throw new OutgoingError('address', 'An address carries no user and no password');
  const host = await reachableAddress(url, options);
  const send = url.protocol === 'https:' ? requestOverHttps : requestOverHttp;
  return new Promise((done, failed) => {
    const outgoing = send({
      host,
      port: url.port || undefined,
      path: url.pathname + url.search,
      method,
      // The certificate is the named host's, though the connection goes to the address that was looked at.
      servername: isIP(bare(url.hostname)) ? undefined : url.hostname,
      headers: {
        ...headers,
        host: url.host,
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      agent: false,
    });
    const end = (reason: OutgoingError['reason'], message: string, cause?: unknown) => {
      clearTimeout(patience);
      outgoing.destroy();
      failed(new OutgoingError(reason, message, cause));
    };
    const patience = setTimeout(() => end('timeout', `No whole answer within ${timeout} ms`), timeout);
    outgoing.on('error', (error) => end('unreachable', `${url.host} cannot be reached`, error));
    outgoing.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) return end('redirect', `${url.host} leads elsewhere (${status})`);
      const pieces: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > most) end('too-large', `The answer has more than ${most} bytes`);
        else pieces.push(piece);
      });
      answer.on('error', (error) => end('unreachable', `${url.host} broke off`, error));
      answer.on('end', () => {
        clearTimeout(patience);
        done({ status, body: Buffer.concat(pieces) });
      });
    });
    outgoing.end(body);
  });
}
