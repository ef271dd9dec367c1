/**
 * Finds the browser of this computer that the extension runs in: Chromium, Chrome or Edge, as installed. Nothing is
 * downloaded; Firefox has its own build of the extension and no way to be driven from here.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `minimum_chrome_version` of the extension: the first in which a click may open the side panel. */
const oldestBrowser = 116;

export interface FoundBrowser {
  path: string;
  /** Major version, such as 141; null where the program cannot be asked (Windows, where `--version` opens a window). */
  version: number | null;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Places outside PATH where the installers of each system put them. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** What the finder asks of the computer; tests answer in its place. */
export interface Computer {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  isProgram(path: string): boolean;
  /** What `<program> --version` prints, null where it fails, as the stand-in for an absent snap does. */
  versionOf(path: string): string | null;
}

const thisComputer: Computer = {
  platform: process.platform,
  env: process.env,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  versionOf(path) {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    return status === 0 ? stdout : null;
  },
};

/** Every path at which a browser may lie, best first. Where `LIUHEN_BROWSER` names one, that one and no other. */
export function browserPlaces({ platform, env }: Pick<Computer, 'platform' | 'env'>): string[] {
  if (env.LIUHEN_BROWSER) return [env.LIUHEN_BROWSER];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(usualPlaces[platform] ?? [])];
}

/** The first browser that is there, starts and is recent enough; null where there is none. */
export function findBrowser(computer: Computer = thisComputer): FoundBrowser | null {
  for (const path of browserPlaces(computer)) {
    if (!computer.isProgram(path)) continue;
    if (computer.platform === 'win32') return { path, version: null };
    const version = Number(/\b(\d+)\.\d+\.\d+/.exec(computer.versionOf(path) ?? '')?.[1] ?? 0);
    if (version >= oldestBrowser) return { path, version };
  }
  return null;
}
