import { type ConnectionSettings, changeConnection, readConnection } from './settings.ts';

/**
 * Fetches from the connected server with the judge's session.
 * @param path begins with a slash.
 * @returns the response, whatever its status; undefined where there is no connection or no session any more. A 401 ends the
 *   session here too, which `onConnectionChange` announces.
 * @throws {TypeError} where the server cannot be reached.
 */
export async function authorizedFetch(path: string, init: RequestInit = {}): Promise<Response | undefined> {
  const connection = await readConnection();
  if (!connection?.sessionToken) return undefined;
  const response = await fetch(connection.serverAddress + path, withSession(init, connection.sessionToken));
  if (response.status === 401) await endSession(connection);
  return response;
}

function withSession(init: RequestInit, sessionToken: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${sessionToken}`);
  return { ...init, headers, credentials: 'omit' };
}

/** Only the session that was refused: the judge may have signed in anew meanwhile. */
async function endSession(refused: ConnectionSettings): Promise<void> {
  const present = await readConnection();
  if (present?.sessionToken === refused.sessionToken) await changeConnection({ sessionToken: null });
}
