import { describe, expect, test } from 'vitest';
import { browserPlaces, type Computer, findBrowser } from '../../../server/browser/find-browser.ts';

/** A Linux computer with the given programs and what each prints as its version; null where it fails. */
function computerWith(
  programs: Record<string, string | null>,
  env: NodeJS.ProcessEnv = { PATH: '/usr/bin' },
): Computer {
  return {
    platform: 'linux',
    env,
    isProgram: (path) => path in programs,
    versionOf: (path) => programs[path] ?? null,
  };
}

const chromium = 'Chromium 141.0.7390.54 built on Debian';

describe('the browser for tests and demonstration', () => {
  test.each<[string, Computer, string | null]>([
    ['Chromium on PATH', computerWith({ '/usr/bin/chromium': chromium }), '/usr/bin/chromium'],
    ['Chrome on PATH', computerWith({ '/usr/bin/google-chrome': 'Google Chrome 140.0.1.2' }), '/usr/bin/google-chrome'],
    [
      'Edge in its usual place',
      computerWith({ '/opt/microsoft/msedge/msedge': 'Microsoft Edge 139.0.1.2 ' }),
      '/opt/microsoft/msedge/msedge',
    ],
    [
      'Chromium before Chrome',
      computerWith({ '/usr/bin/google-chrome': 'Google Chrome 140.0.1.2', '/usr/bin/chromium': chromium }),
      '/usr/bin/chromium',
    ],
    [
      'the first folder of PATH that has one',
      computerWith({ '/a/chromium': chromium, '/b/chromium': chromium }, { PATH: '/b:/a' }),
      '/b/chromium',
    ],
    [
      'Chrome where Ubuntu only has the stand-in of a snap that is not installed',
      computerWith({ '/usr/bin/chromium-browser': null, '/usr/bin/google-chrome': 'Google Chrome 140.0.1.2' }),
      '/usr/bin/google-chrome',
    ],
    [
      'nothing, where it is older than the side panel',
      computerWith({ '/usr/bin/chromium': 'Chromium 115.0.1.2' }),
      null,
    ],
    ['nothing, where there is none', computerWith({}), null],
    [
      'the one that LIUHEN_BROWSER names',
      computerWith({ '/usr/bin/chromium': chromium, '/mine': chromium }, { PATH: '/usr/bin', LIUHEN_BROWSER: '/mine' }),
      '/mine',
    ],
    [
      'nothing, where LIUHEN_BROWSER names none: no other is taken in its place',
      computerWith({ '/usr/bin/chromium': chromium }, { PATH: '/usr/bin', LIUHEN_BROWSER: '/gone' }),
      null,
    ],
  ])('is %s', (_, computer, path) => {
    expect(findBrowser(computer)?.path ?? null).toBe(path);
  });

  test('tells its version', () => {
    expect(findBrowser(computerWith({ '/usr/bin/chromium': chromium }))?.version).toBe(141);
  });

  test.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])('is looked for in the usual places of %s', (platform) => {
    expect(browserPlaces({ platform, env: {} }).length).toBeGreaterThan(2);
  });
});
