/**
 * Connecting to a server, from the panel:
 *
 *   askServer(address) ─▶ its fingerprint is shown ─▶ startAuthorization(server) ─▶ the user code is shown, the approval
 *   page opens ─▶ awaitApproval(authorization) ─▶ connected: session, capture credential, the institution's case systems
 *   ─▶ in a click of the judge: requestAccess(origins)
 *
 * The authorization is the device flow of RFC 8628. Its state outlives the panel (`pendingAuthorization`), so that closing
 * the panel during the approval loses nothing.
 */
import { browser } from 'wxt/browser';
import type { Connection, IssuedCredential, Session } from '../../shared/access/session.ts';
import { wakeSender } from '../outbox/wake.ts';
import { ConnectionError, type ConnectionProblem } from './error.ts';
import { type ConnectionSettings, keepConnection, managedSettings } from './settings.ts';

/** A server that has answered, before anybody has signed in. */
export interface OfferedServer {
  readonly serverAddress: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

export interface Authorization extends OfferedServer {
  readonly deviceCode: string;
  /** To be compared with what the approval page shows. */
  readonly userCode: string;
  /** The approval page, the user code in it. */
  readonly approvalAddress: string;
  readonly intervalSeconds: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const clientId = 'liuhen-extension';
const pendingKey = 'authorization';

/**
 * The origin that a typed address means; `http` only where nothing leaves the computer.
 * @throws {ConnectionError} `address-invalid`
 */
function serverOrigin(typed: string): string {
  const trimmed = typed.trim();
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i.test(trimmed);
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `${local ? 'http' : 'https'}://${trimmed}`;
  if (!trimmed || !URL.canParse(address)) throw new ConnectionError('address-invalid');
  return new URL(address).origin;
}

/**
 * Asks an address who it is, so that its fingerprint can be compared before anything else happens.
 * @throws {ConnectionError} `address-invalid`, `unreachable`, `not-liuhen`, `key-differs`
 */
export async function askServer(typed: string): Promise<OfferedServer> {
  const serverAddress = serverOrigin(typed);
  const response = await reach(`${serverAddress}/api/connection`);
  const connection: Partial<Connection> = await response.json().catch(() => ({}));
  const { product, publicKey, fingerprint } = connection;
  if (product !== 'liuhen' || !publicKey || !fingerprint) throw new ConnectionError('not-liuhen');
  const prescribed = (await managedSettings()).publicKey;
  if (prescribed && prescribed !== publicKey) throw new ConnectionError('key-differs');
  return { serverAddress, publicKey, fingerprint };
}

/** Asks for an authorization; the caller opens `approvalAddress` and shows `userCode`. */
export async function startAuthorization(server: OfferedServer): Promise<Authorization> {
  const response = await reach(`${server.serverAddress}/api/auth/device/code`, { client_id: clientId });
  const answer: DeviceCode = await response.json();
  const authorization: Authorization = {
    ...server,
    deviceCode: answer.device_code,
    userCode: answer.user_code,
    approvalAddress: new URL(answer.verification_uri_complete ?? answer.verification_uri, server.serverAddress).href,
    intervalSeconds: answer.interval ?? 5,
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
  await browser.storage.session.set({ [pendingKey]: authorization });
  return authorization;
}

/** An authorization that was started and has neither been answered nor expired; null where there is none. */
export async function pendingAuthorization(): Promise<Authorization | null> {
  const stored = await browser.storage.session.get<{ [pendingKey]?: Authorization }>(pendingKey);
  const pending = stored[pendingKey];
  return pending && pending.expiresAt > Date.now() ? pending : null;
}

/** Gives up a started authorization. */
export async function abandonAuthorization(): Promise<void> {
  await browser.storage.session.remove(pendingKey);
}

/**
 * Waits until the judge has approved in the browser, then fetches the session and a capture credential and keeps both.
 * @param signal ends the waiting; the authorization stays pending.
 * @throws {ConnectionError} `access-denied`, `expired-token`, `unreachable`, `not-recorder`
 */
export async function awaitApproval(authorization: Authorization, signal?: AbortSignal): Promise<ConnectionSettings> {
  let interval = authorization.intervalSeconds;
  for (;;) {
    await pause(interval * 1000, signal);
    const answer = await askToken(authorization);
    if (answer === 'authorization_pending') continue;
    if (answer === 'slow_down')
      interval += 5; // RFC 8628, section 3.5
    else if (typeof answer === 'string') return giveUp(answer === 'access_denied' ? 'access-denied' : 'expired-token');
    else return connect(authorization, answer.access_token);
  }
}

interface DeviceCode {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete?: string;
  readonly interval?: number;
  readonly expires_in: number;
}

/** The token, or the error code of RFC 8628; an outage while waiting counts as still pending. */
async function askToken(authorization: Authorization): Promise<string | { access_token: string }> {
  if (authorization.expiresAt <= Date.now()) return 'expired_token';
  const response = await fetch(`${authorization.serverAddress}/api/auth/device/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: authorization.deviceCode,
      client_id: clientId,
    }),
  }).catch(() => undefined);
  if (!response || response.status >= 500) return 'authorization_pending';
  if (response.status === 429) return 'slow_down';
  const answer: { access_token?: string; error?: string } = await response.json().catch(() => ({}));
  return answer.access_token ? { access_token: answer.access_token } : (answer.error ?? 'expired_token');
}

async function connect(server: OfferedServer, sessionToken: string): Promise<ConnectionSettings> {
  const authorization = `Bearer ${sessionToken}`;
  const account: Session = await (await reach(`${server.serverAddress}/api/session`, undefined, authorization)).json();
  if (account.role !== 'recorder') return giveUp('not-recorder');
  const issued = await reach(`${server.serverAddress}/api/capture-credentials`, {}, authorization);
  const credential: IssuedCredential = await issued.json();
  const connection: ConnectionSettings = {
    serverAddress: server.serverAddress,
    publicKey: server.publicKey,
    fingerprint: server.fingerprint,
    account,
    captureToken: credential.token,
    credentialId: credential.credentialId,
    sessionToken,
    caseSystemOrigins: credential.caseSystemOrigins,
  };
  await keepConnection(connection);
  await abandonAuthorization();
  await wakeSender();
  return connection;
}

async function giveUp(reason: ConnectionProblem): Promise<never> {
  await abandonAuthorization();
  throw new ConnectionError(reason);
}

/** GET, or POST where a body is given. Other extensions' cookies and the judge's own stay out of it. */
async function reach(address: string, body?: unknown, authorization?: string): Promise<Response> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization ? { authorization } : {}),
    },
    credentials: 'omit',
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => undefined);
  if (!response || response.status >= 500) throw new ConnectionError('unreachable');
  if (!response.ok) throw new ConnectionError('not-liuhen');
  return response;
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stopped(signal.reason);
    });
  });
}
