/** Access to the case systems' pages: asked for once, in a click of the judge, for the origins that the institution names. */
import { browser } from 'wxt/browser';

/** The match patterns among `origins` that the extension may not read yet. */
export async function missingAccess(origins: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => !granted[index]);
}

/**
 * Asks the browser for access. Call it directly in a click, with nothing awaited before: browsers ask only then.
 * @returns whether all of it was granted. Without it the click still works, but no case is recognised beforehand.
 */
export function requestAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}
