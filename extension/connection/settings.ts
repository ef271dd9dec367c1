/** What the extension knows of its server, in `chrome.storage.local`; what the institution prescribes, in `storage.managed`. */
import { browser } from 'wxt/browser';
import type { Session } from '../../shared/access/session.ts';

export interface ConnectionSettings {
  /** Origin of the server, without a slash at the end. */
  readonly serverAddress: string;
  /** The key that was shown and confirmed at the connection; receipts are checked against it and no other. */
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly account: Session;
  /** May write captures and nothing else; null after the server has refused it. */
  readonly captureToken: string | null;
  readonly credentialId: string;
  /** The judge's session; null once it has run out: captures still go out, reading and submitting need a new sign-in. */
  readonly sessionToken: string | null;
  /** Match patterns of the case systems that the institution has named. */
  readonly caseSystemOrigins: readonly string[];
}

/** What an institution may prescribe by policy; see `public/managed-schema.json`. */
export interface ManagedSettings {
  readonly serverAddress?: string;
  readonly publicKey?: string;
}

const key = 'connection';

/** The connection, or null where there is none yet. */
export async function readConnection(): Promise<ConnectionSettings | null> {
  const stored = await browser.storage.local.get<{ [key]?: ConnectionSettings }>(key);
  return stored[key] ?? null;
}

/** Keeps the connection; null forgets it, the outbox stays. */
export async function keepConnection(connection: ConnectionSettings | null): Promise<void> {
  if (connection) await browser.storage.local.set({ [key]: connection });
  else await browser.storage.local.remove(key);
}

/** Changes some settings of the present connection. */
export async function changeConnection(patch: Partial<ConnectionSettings>): Promise<void> {
  const present = await readConnection();
  if (present) await keepConnection({ ...present, ...patch });
}

/**
 * Hears of every change of the connection, in whichever part of the extension it was made.
 * @returns a function that stops listening.
 */
export function onConnectionChange(listener: (connection: ConnectionSettings | null) => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && key in changes) void readConnection().then(listener);
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}

/** What the institution prescribes; empty where no policy is set, and in browsers that know none. */
export async function managedSettings(): Promise<ManagedSettings> {
  return browser.storage.managed.get<ManagedSettings>(['serverAddress', 'publicKey']).catch(() => ({}));
}
