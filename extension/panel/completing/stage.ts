/** The stage of the proceedings, read from what the page and the case number say; a suggestion, never a finding. */
import type { Stage } from '../../../shared/vocabulary.ts';

/** Words of 审判程序 and of type codes, the telling ones first. */
const signs: readonly (readonly [RegExp, Stage])[] = [
  [/执行|执(?:保|协|复|异|恢|监)?\d/, 'enforcement'],
  [/线索|初查|初核/, 'lead-verification'],
  [/审查起诉|提起公诉|检.*诉/, 'prosecution-review'],
  [/侦查|公.*立字/, 'investigation'],
  [/立案审查|立案阶段|待立案/, 'case-filing'],
  [/[一二再]审|审理|审判|程序|号$/, 'trial'],
];

/**
 * Suggests a stage (诉讼环节).
 * @param procedure 审判程序 as the page showed it; may be empty.
 * @param caseNumber canonical case number; may be empty.
 * @returns null where neither says anything.
 */
export function stageOf(procedure: string, caseNumber: string): Stage | null {
  for (const text of [procedure, caseNumber]) {
    const sign = signs.find(([words]) => words.test(text));
    if (sign) return sign[1];
  }
  return null;
}
