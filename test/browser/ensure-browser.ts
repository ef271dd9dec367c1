/** Makes sure that there is a browser for the tests: as found, or installed from the system's packages, saying so. */
import { findBrowser } from '../../server/browser/find-browser.ts';
import { hasChineseFont, installationPlan, presentSurroundings, runPlan } from './installation-plan.ts';

/**
 * The path of a working browser. Missing fonts are installed on the way, but nothing fails for want of them: the tests read
 * text, not pictures.
 * @returns null where there is none and none could be installed; then the line to run has been printed.
 */
export function ensureBrowser(): string | null {
  const found = findBrowser();
  const named = process.env.LIUHEN_BROWSER;
  if (!found && named) {
    console.error(`LIUHEN_BROWSER names no working Chromium, Chrome or Edge: ${named}`);
    return null;
  }
  const missing = { browser: !found, font: !hasChineseFont() };
  if (!missing.browser && !missing.font) return found?.path ?? null;

  const plan = installationPlan(missing, presentSurroundings());
  const what = [missing.browser && 'Chromium, Chrome or Edge', missing.font && 'a Chinese font']
    .filter(Boolean)
    .join(' and ');
  if (plan.commands) {
    console.log(`${what} not found: installing from the system's packages`);
    runPlan(plan.commands);
  }
  const browser = found ?? findBrowser();
  if (!browser)
    console.error(`\nThe tests need Chromium, Chrome or Edge. Run this, then start them again:\n\n  ${plan.line}\n`);
  else if (!hasChineseFont())
    console.warn(`No Chinese font found; pictures will show boxes. To mend it:\n  ${plan.line}\n`);
  return browser?.path ?? null;
}
