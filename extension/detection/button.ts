/** The toolbar button of a tab: whether a case is recognised there, and which. States are never colour alone. */
import { browser } from 'wxt/browser';
import { say, useLanguage } from '../../shared/interface/language.ts';
import { chosenLanguage } from '../language/chosen-language.ts';
import type { TabReading } from './arbitration.ts';
import { buttonWording } from './wording.ts';

/** Shows a reading: one case with its number as the title, several as undecided, none as the plain button. */
export async function showOnButton(tabId: number, reading: TabReading): Promise<void> {
  useLanguage(await chosenLanguage());
  const [first, second] = reading.caseNumbers;
  const title = second
    ? say(buttonWording.undecided, { numbers: reading.caseNumbers.join('、') })
    : first
      ? say(buttonWording.recognised, { number: first })
      : say(buttonWording.waiting);
  await Promise.all([
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: iconOf(first ? 'recognised' : 'waiting') }),
    browser.action.setBadgeText({ tabId, text: second ? '?' : first ? '案' : '' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: second ? '#69727d' : '#1f4e8c' }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]).catch(() => undefined); // The tab was closed meanwhile.
}

/** Says on the button that the click could not be kept; the panel says more. The next reading of the tab clears it. */
export async function warnOnButton(tabId: number | undefined): Promise<void> {
  useLanguage(await chosenLanguage());
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: '#b42318' }),
    browser.action.setBadgeText({ tabId, text: '!' }),
    browser.action.setTitle({ tabId, title: say(buttonWording.failed) }),
  ]).catch(() => undefined);
}

const iconOf = (kind: string) => ({
  16: `/icon/${kind}-16.png`,
  24: `/icon/${kind}-24.png`,
  32: `/icon/${kind}-32.png`,
});
