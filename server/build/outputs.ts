/** What is built before it is served: the console and the extension, each anew only when its sources changed. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';

/** The project's folder. */
export const projectFolder = resolve(import.meta.dirname, '../..');

export interface Output {
  zh: string;
  en: string;
  /** The built folder. */
  folder: string;
  /** A file that the build writes last or anew every time: its age is the build's. */
  stamp: string;
  sources: string[];
  command: string[];
}

const output = (name: string) => join(projectFolder, '.output', name);

export const outputs = {
  console: {
    zh: '管理平台',
    en: 'console',
    folder: output('console'),
    stamp: join(output('console'), 'index.html'),
    sources: ['server/console', 'shared', 'package-lock.json'],
    command: ['vite', 'build', '--config', 'server/console/vite.config.ts', '--logLevel', 'warn'],
  },
  extension: {
    zh: '浏览器扩展',
    en: 'extension',
    folder: output('chrome-mv3'),
    stamp: join(output('chrome-mv3'), 'manifest.json'),
    sources: ['extension', 'shared', 'wxt.config.ts', 'package-lock.json'],
    command: ['wxt', 'build', '--level', 'warn'],
  },
} as const satisfies Record<string, Output>;

/** Instant of the last change of a file or of anything in a folder, in epoch milliseconds. */
export function lastChange(place: string): number {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => lastChange(join(place, name))));
}

/** Whether an output is missing or older than its sources. */
function isOutOfDate({ stamp, sources }: Output): boolean {
  if (!existsSync(stamp)) return true;
  return Math.max(...sources.map((source) => lastChange(join(projectFolder, source)))) > statSync(stamp).mtimeMs;
}

/**
 * Builds an output, where it is out of date.
 * @returns whether it was built
 * @throws {StartError} with what the build said
 */
export async function buildOutput(wanted: Output): Promise<boolean> {
  if (!isOutOfDate(wanted)) return false;
  const [tool = '', ...parameters] = wanted.command;
  const { code, said } = await run(join(projectFolder, 'node_modules', '.bin', tool), parameters);
  if (code === 0) return true;
  throw new StartError(`${wanted.zh}构建失败：\n${said}`, `Building the ${wanted.en} failed.`);
}

function run(tool: string, parameters: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done, failed) => {
    // The tools' own first line asks for `node`: it must be the one that the project brings.
    const PATH = `${join(projectFolder, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
    const child = spawn(tool, parameters, { cwd: projectFolder, env: { ...process.env, PATH, CI: 'true' } });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, said }));
  });
}
