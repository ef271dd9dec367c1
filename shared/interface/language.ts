/**
 * The language of the interface. A wording is a `Term`, so that no sentence can exist in one language only; every room
 * keeps its own table of them.
 */
import type { Term } from '../vocabulary.ts';

export type Language = 'zh-CN' | 'en';

let current: Language = 'zh-CN';

/** The language in use. */
export const language = (): Language => current;

/** Chooses the language: Chinese unless English is asked for. */
export function useLanguage(tag: string): void {
  current = tag.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/**
 * A term in the language in use, its `{placeholders}` filled.
 * @example say({ zh: '共 {count} 件', en: '{count} in all' }, { count: 3 }) // '共 3 件'
 */
export function say(term: Term, values: Record<string, string | number> = {}): string {
  const text = current === 'en' ? term.en : term.zh;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
