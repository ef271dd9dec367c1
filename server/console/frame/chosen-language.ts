/** The language that this browser's user chose, kept for the next time. */
import { type Language, language, useLanguage } from '../../../shared/interface/language.ts';

const place = 'liuhen.language';

function apply(chosen: string): void {
  useLanguage(chosen);
  document.documentElement.lang = language();
}

/** Takes up the language chosen earlier; Chinese where none was. */
export function restoreLanguage(): void {
  apply(localStorage.getItem(place) ?? 'zh-CN');
}

/** Chooses a language and remembers it. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(place, chosen);
  apply(chosen);
}
