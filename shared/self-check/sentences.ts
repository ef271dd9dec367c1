/**
 * What each item of the self-check asks, as a sentence: the register of official documents in Chinese. Apart from the
 * vocabularies, whose terms name the same conducts where a sentence is too long.
 */
import { conducts, type Term, typicalCircumstances } from '../vocabulary.ts';
import type { SelfCheckItem } from './items.ts';

const vocabularies: Readonly<Record<8 | 9, Readonly<Record<string, Term>>>> = { 8: conducts, 9: typicalCircumstances };

/** Sentences by article and code: both articles have an `other`, so a code means nothing without its article. */
export const itemSentences: Readonly<Record<8 | 9, Readonly<Record<string, Term>>>> = {
  8: {
    pleading: {
      zh: '在线索核查、立案、侦查、审查起诉、审判、执行等环节为案件当事人请托说情',
      en: 'Pleading for a party at any stage, from lead verification to enforcement',
    },
    'private-meeting': {
      zh: '要求办案人员或者办案单位负责人私下会见案件当事人及其辩护人、诉讼代理人、近亲属和其他利害关系人',
      en: 'Asking handlers or heads of the unit to meet a party, counsel, a close relative or an interested person in private',
    },
    'through-others': {
      zh: '授意、纵容身边工作人员或者亲属为案件当事人请托说情',
      en: 'Instructing or tolerating staff or relatives to plead for a party',
    },
    'overstepping-demand': {
      zh: '为地方利益或者部门利益，以听取汇报、开协调会、发文件等形式，超越职权提出倾向性意见或者具体要求',
      en: 'For local or departmental interests, giving a leaning opinion or a concrete demand beyond authority through briefings, coordination meetings or documents',
    },
    other: { zh: '其他违法干预司法活动、妨碍司法公正的行为', en: 'Other unlawful interference in judicial activity' },
  },
  9: {
    treat: { zh: '以请吃等方式影响案件处理', en: 'Treating handlers to meals or the like to affect a case' },
    gift: { zh: '以送礼等方式影响案件处理', en: 'Giving gifts to affect a case' },
    inducement: { zh: '以利诱手段影响案件处理', en: 'Offering inducements to affect a case' },
    threat: { zh: '对办案人员进行威胁', en: 'Threatening handlers of a case' },
    'pressure-via-head': {
      zh: '通过办案单位负责人向办案人员施加压力',
      en: 'Pressing the handlers through the head of their unit',
    },
    other: { zh: '其他应当作为典型案例通报的情形', en: 'Other circumstances to be notified as a typical case' },
  },
};

/** The term of an item; its code where the vocabulary of a newer server has one that this page does not know. */
export function itemTerm({ article, code }: { article: SelfCheckItem['article']; code: string }): Term {
  return vocabularies[article][code] ?? { zh: code, en: code };
}

/** What an item asks; the short term where no sentence is written for it. */
export function itemSentence(item: { article: SelfCheckItem['article']; code: string }): Term {
  return itemSentences[item.article][item.code] ?? itemTerm(item);
}
