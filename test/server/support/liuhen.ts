/** The command line in a process of its own, as its users run it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../../server/build/outputs.ts';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface Started {
  child: ChildProcess;
  /** Resolves when it has ended. */
  ended: Promise<Ended>;
  /** What it has printed so far. */
  said(): string;
}

/** Starts `liuhen` without demonstration data. */
export function startLiuhen(parameters: readonly string[], env: Record<string, string>): Started {
  // Its users run no tests: libraries that go easy on tests shall not here.
  const { NODE_ENV, VITEST, TEST, ...surroundings } = process.env;
  const child = spawn(process.execPath, [join(projectFolder, 'server/main.ts'), ...parameters], {
    cwd: projectFolder,
    env: { ...surroundings, LIUHEN_DEMO: '0', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, out, err }));
  return { child, ended, said: () => out + err };
}

/** Runs `liuhen` to its end. */
export const runLiuhen = (parameters: readonly string[], env: Record<string, string>): Promise<Ended> =>
  startLiuhen(parameters, env).ended;

/** Resolves when the server answers. @throws {Error} where it ends before */
export async function untilReady(started: Started, port: number): Promise<void> {
  let over = false;
  void started.ended.then(() => {
    over = true;
  });
  for (;;) {
    const answers = await fetch(`http://localhost:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    if (over) throw new Error(`It ended:\n${started.said()}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
