/** The real server on a small world, in a data folder of its own, that can be stopped and started at one address. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform, type Platform } from '../../../server/platform/platform.ts';
import { type Listening, listen } from '../../../server/serve.ts';
import { openWorld } from '../../server/support/world.ts';
import { freePort } from '../support/demonstration.ts';

export interface SmallServer {
  readonly origin: string;
  /** The records on disk, as the store has them. */
  captureIds(): Promise<string[]>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/** Starts the server; accounts and password are those of `openWorld`. */
export async function startSmallServer(): Promise<SmallServer> {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-small-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  await (await openWorld({ folder, origin })).close();
  let running: { platform: Platform; listening: Listening } | null = null;

  const start = async () => {
    const platform = await openPlatform({ folder, origin, demonstration: true });
    running = { platform, listening: await listen(platform, port) };
  };
  const stop = async () => {
    await running?.listening.close();
    running = null;
  };
  await start();
  return {
    origin,
    async captureIds() {
      if (!running) throw new Error('The server is stopped');
      const { db, sealing } = running.platform;
      const records = await sealing.openRows(db, 'record', await db.selectFrom('record').selectAll().execute());
      return records.map(({ capture_id }) => capture_id);
    },
    start,
    stop,
    async dispose() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
