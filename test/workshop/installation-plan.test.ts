import { describe, expect, test } from 'vitest';
import { distributionFrom, installationPlan, packagesPlan, type Surroundings } from '../browser/installation-plan.ts';

const everything = { browser: true, font: true };
const debian: Surroundings = { distribution: 'debian', isRoot: true, sudo: false };

describe('what is installed where a browser or a Chinese font is missing', () => {
  test.each<[string, Surroundings, { browser: boolean; font: boolean }, string[] | null]>([
    ['Debian as root', debian, everything, ['apt-get', 'chromium', 'fonts-noto-cjk']],
    ['Debian with sudo', { ...debian, isRoot: false, sudo: true }, everything, ['sudo', 'chromium', 'fonts-noto-cjk']],
    [
      'Ubuntu as root',
      { ...debian, distribution: 'ubuntu' },
      everything,
      ['apt-get', 'chromium-browser', 'fonts-noto-cjk'],
    ],
    ['Debian with a browser', debian, { browser: false, font: true }, ['apt-get', 'fonts-noto-cjk']],
    ['Debian with a font', debian, { browser: true, font: false }, ['apt-get', 'chromium']],
    ['Debian without rights', { ...debian, isRoot: false }, everything, null],
    ['another system', { ...debian, distribution: null }, everything, null],
  ])('%s', (_, surroundings, missing, expected) => {
    const { commands } = installationPlan(missing, surroundings);
    expect(commands?.length ?? 0).toBe(expected ? 2 : 0);
    if (!commands || !expected) return;
    const [program, ...packages] = expected;
    const install = commands[1] ?? [];
    expect(install[0]).toBe(program);
    expect(install.slice(install.indexOf('--no-install-recommends') + 1)).toEqual(packages);
  });

  test.each<[string, Surroundings, string]>([
    [
      'without rights',
      { ...debian, isRoot: false },
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium',
    ],
    ['as root', debian, 'apt-get update && apt-get install -y --no-install-recommends chromium'],
    ['on another system', { ...debian, distribution: null }, 'LIUHEN_BROWSER=/path/to/chromium npm test'],
  ])('names the line to run %s', (_, surroundings, line) => {
    expect(installationPlan({ browser: true, font: false }, surroundings).line).toBe(line);
  });

  test('installs any other packages in the same way, and leaves other systems alone', () => {
    expect(packagesPlan(['golang-go'], debian).commands?.[1]).toEqual(
      'apt-get install -y -q --no-install-recommends golang-go'.split(' '),
    );
    expect(packagesPlan(['golang-go'], { ...debian, isRoot: false }).commands).toBeNull();
    expect(packagesPlan(['golang-go'], { ...debian, distribution: null }).commands).toBeNull();
  });

  test.each([
    ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', 'debian'],
    ['ID=ubuntu\nID_LIKE=debian\n', 'ubuntu'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
    ['ID="fedora"\n', null],
    ['', null],
  ])('reads the distribution from %j', (osRelease, distribution) => {
    expect(distributionFrom(osRelease)).toBe(distribution);
  });
});
