/** The words of a self-check's items. Both articles have an `other`, so a code means nothing without its article. */
import type { SelfCheckItem } from '../../../shared/self-check/items.ts';
import { conducts, type Term, typicalCircumstances } from '../../../shared/vocabulary.ts';

const vocabularies: Readonly<Record<8 | 9, Readonly<Record<string, Term>>>> = { 8: conducts, 9: typicalCircumstances };

/** The term of an item; its code where the vocabulary of a newer server has one that this page does not know. */
export function itemTerm({ article, code }: { article: SelfCheckItem['article']; code: string }): Term {
  return vocabularies[article][code] ?? { zh: code, en: code };
}
