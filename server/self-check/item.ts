/** The words of a self-check's items: conducts of Art. 8, circumstances of Art. 9. */
import { conducts, type Term, typicalCircumstances } from '../../shared/vocabulary.ts';

const vocabularies: Record<8 | 9, Record<string, Term>> = { 8: conducts, 9: typicalCircumstances };

/**
 * The term of an item. Both articles have an `other`, so a code means nothing without its article.
 * @throws {RangeError} for a code that the article does not have.
 */
export function itemTerm({ article, code }: { article: 8 | 9; code: string }): Term {
  const term = vocabularies[article][code];
  if (!term) throw new RangeError(`Art. ${article} has no item ${code}`);
  return term;
}
