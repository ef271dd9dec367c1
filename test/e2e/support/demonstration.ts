/** The real program on demonstration data: `liuhen serve` in a process of its own, in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastChange, projectFolder } from '../../../server/build/outputs.ts';
import { demonstrationPassword } from '../../../server/demonstration/accounts.ts';
import { demonstrationCaseSystems } from '../../../server/demonstration/case-systems.ts';
import { fillDemonstration } from '../../../server/demonstration/fill-demonstration.ts';
import { openPlatform } from '../../../server/platform/platform.ts';

export interface Demonstration {
  origin: string;
  caseSystems: string;
  dataFolder: string;
  password: string;
  /** Stops the server as Ctrl-C does. */
  stop(): Promise<void>;
  /** Starts it again at the same address on the same data. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/** A free port of this computer. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('No free port');
  return address.port;
}

/** The demonstration data of the present sources and the master key beside them, filled once and copied for each use. */
async function filledFolder(): Promise<string> {
  const age = Math.round(Math.max(...['server', 'shared'].map((room) => lastChange(join(projectFolder, room)))));
  const filled = join(tmpdir(), `liuhen-filled-${age}`);
  if (existsSync(filled)) return filled;
  const making = mkdtempSync(join(tmpdir(), 'liuhen-filling-'));
  const platform = await openPlatform({ folder: join(making, 'data'), origin: 'http://localhost' });
  await fillDemonstration(platform, { caseSystemOrigins: [demonstrationCaseSystems] });
  await platform.close();
  // Two test files may fill at the same time: the first to finish gives the folder its name.
  if (existsSync(filled)) rmSync(making, { recursive: true });
  else renameSync(making, filled);
  return filled;
}

/**
 * Starts the program; ready when it answers.
 * @param settings environment variables beside the usual
 */
export async function startDemonstration(settings: Record<string, string> = {}): Promise<Demonstration> {
  const around = mkdtempSync(join(tmpdir(), 'liuhen-e2e-'));
  cpSync(await filledFolder(), around, { recursive: true });
  const dataFolder = join(around, 'data');
  const [port, caseSystemsPort] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(process.execPath, [join(projectFolder, 'server/main.ts'), 'serve'], {
      cwd: projectFolder,
      env: {
        ...process.env,
        PORT: String(port),
        LIUHEN_DATA: dataFolder,
        LIUHEN_CASE_SYSTEMS_PORT: String(caseSystemsPort),
        ...settings,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answering(`${origin}/healthz`);
  };
  const stop = async () => {
    const stopping = child;
    child = null;
    if (!stopping || stopping.exitCode !== null) return;
    stopping.kill('SIGINT');
    await once(stopping, 'exit');
  };
  await start();
  return {
    origin,
    caseSystems: `http://127.0.0.1:${caseSystemsPort}`,
    dataFolder,
    password: demonstrationPassword,
    start,
    stop,
    async dispose() {
      await stop();
      rmSync(around, { recursive: true, force: true });
    },
  };
}

async function answering(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${address} did not answer within 30 s`);
}
