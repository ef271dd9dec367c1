/**
 * The life of a matter (事项): what an institution handles, made of one record or several of the same approach.
 *
 *   opened ─▶ screened ─▶ shelved
 *                 └─▶ referred ─▶ studied ─▶ determined ─▶ approved ─▶ released ─▶ closed
 *
 * Beside the line: outcome, correction, disclosure, reopening.
 */
import type { Transition } from '../record/workflow.ts';
import type { Determination, Term } from '../vocabulary.ts';

export const matterStates = {
  opened: { zh: '待甄别', en: 'To be screened' },
  screened: { zh: '已甄别', en: 'Screened' },
  shelved: { zh: '已存查', en: 'Shelved' },
  referred: { zh: '已报政法委', en: 'Referred to the committee' },
  studied: { zh: '已研究', en: 'Studied' },
  determined: { zh: '已认定', en: 'Determined' },
  approved: { zh: '已批准通报', en: 'Release approved' },
  released: { zh: '已通报', en: 'Released' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Record<string, Term>;

export type MatterState = keyof typeof matterStates;

/** Every step of a matter after its opening, keyed by event type. */
export const matterTransitions = {
  screened: {
    zh: '提出甄别意见',
    en: 'Give the screening opinion',
    article: 'Art. 8',
    action: 'matter:screen',
    from: ['opened', 'screened'],
    to: 'screened',
  },
  shelved: { zh: '存查', en: 'Shelve', article: 'Art. 3', action: 'matter:shelve', from: ['screened'], to: 'shelved' },
  referred: {
    zh: '报送政法委',
    en: 'Refer to the committee',
    article: 'Art. 7',
    action: 'matter:refer',
    from: ['screened'],
    to: 'referred',
  },
  studied: { zh: '研究', en: 'Study', article: 'Art. 7', action: 'matter:study', from: ['referred'], to: 'studied' },
  determined: {
    zh: '认定',
    en: 'Determine',
    article: 'Art. 8',
    action: 'matter:determine',
    from: ['referred', 'studied'],
    to: 'determined',
  },
  approved: {
    zh: '登记批准',
    en: 'Record the approval',
    article: 'Art. 8',
    action: 'matter:approve',
    from: ['determined'],
    to: 'approved',
  },
  released: {
    zh: '通报',
    en: 'Release',
    article: 'Art. 8',
    action: 'matter:release',
    from: ['approved'],
    to: 'released',
  },
  closed: {
    zh: '办结',
    en: 'Close',
    article: 'Art. 7',
    action: 'matter:close',
    from: ['determined', 'released'],
    to: 'closed',
  },
  disclosed: {
    zh: '向社会公开',
    en: 'Disclose to the public',
    article: 'Art. 8',
    action: 'matter:disclose',
    from: ['released', 'closed'],
    to: null,
  },
  outcome: {
    zh: '登记处理结果',
    en: 'Record an outcome',
    article: 'Art. 10',
    action: 'matter:record-outcome',
    from: ['released', 'closed'],
    to: null,
  },
  corrected: {
    zh: '更正',
    en: 'Correct',
    article: 'Art. 5',
    action: 'matter:correct',
    from: ['released', 'closed'],
    to: null,
  },
  retracted: {
    zh: '撤销通报',
    en: 'Retract the release',
    article: 'Art. 5',
    action: 'matter:correct',
    from: ['released', 'closed'],
    to: 'closed',
  },
  reopened: {
    zh: '重新甄别',
    en: 'Reopen',
    article: 'Art. 7',
    action: 'matter:reopen',
    from: ['shelved'],
    to: 'opened',
  },
} as const satisfies Record<string, Transition<MatterState>>;

export type MatterStep = keyof typeof matterTransitions;

/**
 * What a matter must have been found to be, for the steps that not every finding admits: what is held to be interference
 * is not shelved by the organ itself (Art. 7), and only interference is notified (Art. 8).
 */
export const findingsFor: Partial<Record<MatterStep, readonly Determination[]>> = {
  shelved: ['lawful-duty', 'inquiry', 'unfounded'],
  approved: ['improper', 'interference'],
};
