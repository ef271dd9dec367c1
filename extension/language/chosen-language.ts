import { browser } from 'wxt/browser';

/** Under which the panel keeps the choice. */
const key = 'language';

/** The language that was chosen on this computer: Chinese where none was. */
export async function chosenLanguage(): Promise<string> {
  const stored = await browser.storage.local.get<{ [key]?: string }>(key);
  return stored[key] ?? 'zh-CN';
}
