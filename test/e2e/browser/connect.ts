/** Connects the extension as a recorder, without the panel: the device authorization over HTTP, its outcome into the extension. */
import type { browser } from 'wxt/browser';
import type { ConnectionSettings } from '../../../extension/connection/settings.ts';
import type { Connection, IssuedCredential, Session } from '../../../shared/access/session.ts';
import type { BrowserWithExtension } from './launch.ts';

declare const chrome: typeof browser;

export interface Recorder {
  /** Of the server. */
  readonly origin: string;
  readonly username: string;
  readonly password: string;
}

/** Connects; from here on the extension sends by itself. */
export async function connect(extension: BrowserWithExtension, recorder: Recorder): Promise<ConnectionSettings> {
  const connection = await authorize(recorder);
  await extension.inWorker((settings) => chrome.storage.local.set({ connection: settings }), connection);
  return connection;
}

/** What the extension holds after a recorder has approved it: a session of its own and a capture credential. */
export async function authorize({ origin, username, password }: Recorder): Promise<ConnectionSettings> {
  const json = { 'content-type': 'application/json', origin };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(origin + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });

  const signedIn = await post('/api/auth/sign-in/username', { username, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  const client_id = 'liuhen-extension';
  const device = await answer<{ device_code: string; user_code: string }>(
    await post('/api/auth/device/code', { client_id }),
  );
  await answer(await fetch(`${origin}/api/auth/device?user_code=${device.user_code}`, { headers: { cookie } }));
  await answer(await post('/api/auth/device/approve', { userCode: device.user_code }, { cookie }));
  const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
  const granted = await answer<{ access_token: string }>(
    await post('/api/auth/device/token', { grant_type, device_code: device.device_code, client_id }),
  );
  const authorization = `Bearer ${granted.access_token}`;
  const { publicKey, fingerprint } = await answer<Connection>(await fetch(`${origin}/api/connection`));
  const account = await answer<Session>(await fetch(`${origin}/api/session`, { headers: { authorization } }));
  const credential = await answer<IssuedCredential>(await post('/api/capture-credentials', {}, { authorization }));
  return {
    serverAddress: origin,
    publicKey,
    fingerprint,
    account,
    captureToken: credential.token,
    credentialId: credential.credentialId,
    sessionToken: granted.access_token,
    caseSystemOrigins: credential.caseSystemOrigins,
  };
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
