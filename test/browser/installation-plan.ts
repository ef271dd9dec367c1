/**
 * What to do on a computer without a browser or without a Chinese font: Debian's and Ubuntu's own packages, where they
 * may be installed; else the line that somebody who may has to run.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the plan depends on. */
export interface Surroundings {
  /** `ID` of os-release(5), such as debian; null elsewhere than on Linux. */
  distribution: string | null;
  isRoot: boolean;
  /** Whether sudo works without asking for a password. */
  sudo: boolean;
}

/** Commands to run one after another, or nothing to run but a line for the user. */
export type Plan = { commands: string[][]; line: string } | { commands: null; line: string };

/** Ubuntu has no package of Chromium itself: its `chromium-browser` fetches the snap, which needs snapd at work. */
const browserPackage: Record<string, string> = { debian: 'chromium', ubuntu: 'chromium-browser' };
const fontPackage = 'fonts-noto-cjk';

/** The plan that brings what is missing. */
export function installationPlan(
  missing: { browser: boolean; font: boolean },
  { distribution, isRoot, sudo }: Surroundings,
): Plan {
  const browser = distribution && browserPackage[distribution];
  if (!browser) return { commands: null, line: otherSystems };
  const packages = [...(missing.browser ? [browser] : []), ...(missing.font ? [fontPackage] : [])];
  return packagesPlan(packages, { distribution, isRoot, sudo });
}

/** The plan that installs packages of Debian and Ubuntu, which have the same name in both. */
export function packagesPlan(packages: readonly string[], { distribution, isRoot, sudo }: Surroundings): Plan {
  const line = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!distribution || (!isRoot && !sudo)) return { commands: null, line };
  const before = isRoot ? [] : ['sudo', '-n'];
  return {
    commands: [
      [...before, 'apt-get', 'update', '-q'],
      [...before, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
    ],
    line: isRoot ? line.replaceAll('sudo ', '') : line,
  };
}

/** Runs the commands of a plan, each shown, up to the first that fails. */
export function runPlan(commands: readonly string[][]): void {
  for (const [program = '', ...parameters] of commands) {
    console.log(`  ${[program, ...parameters].join(' ')}`);
    const { status } = spawnSync(program, parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) return;
  }
}

const otherSystems = 'LIUHEN_BROWSER=/path/to/chromium npm test';

/** The present computer as the plan sees it. */
export function presentSurroundings(): Surroundings {
  return {
    distribution: process.platform === 'linux' ? distributionFrom(readOsRelease()) : null,
    isRoot: process.getuid?.() === 0,
    sudo: spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0,
  };
}

/** `ID`, or the first of `ID_LIKE` that has a package here: Mint, Deepin and others say what they descend from. */
export function distributionFrom(osRelease: string): string | null {
  const written = (name: string) => new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const known = [written('ID'), ...written('ID_LIKE').split(' ')].filter((id) => Object.hasOwn(browserPackage, id));
  return known[0] ?? null;
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** Whether fontconfig knows a font for Chinese. Only asked on Linux: the other systems always have one. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}
