/** The course of a story: every step that follows a capture, each some workdays after the one before. */
import type { MatterStepInput } from '../../shared/matter/steps.ts';
import type { RecordStepInput } from '../../shared/record/details.ts';
import type { Outcome } from '../../shared/vocabulary.ts';
import { isSerious } from './approaches.ts';
import { type Calendar, dayOf } from './calendar.ts';
import * as words from './handling-words.ts';
import { additions } from './narratives.ts';
import type { Seed } from './seed.ts';
import type { Ending, Story } from './story.ts';

/** A step of the story's record, of a companion's record, or of the matter. */
export type CourseStep =
  | { readonly at: number; readonly story: Story; readonly record: RecordStepInput }
  | { readonly at: number; readonly story: Story; readonly matter: MatterStepInput };

/** How long things take, in workdays. */
const usual = {
  submitted: { 0: 72, 1: 18, 2: 7, 5: 3 },
  received: { 0: 25, 1: 40, 2: 20, 3: 10, 4: 5 },
  screened: { 0: 20, 1: 35, 2: 25, 4: 15, 6: 5 },
  shelved: { 0: 70, 1: 20, 2: 10 },
  studied: { 4: 30, 7: 40, 12: 30 },
  determined: { 3: 30, 6: 40, 10: 30 },
  approved: { 2: 50, 4: 35, 7: 15 },
  released: { 1: 60, 2: 30, 4: 10 },
  followed: { 10: 30, 18: 40, 30: 30 },
  later: { 40: 40, 70: 40, 100: 20 },
} as const;

type Pace = keyof typeof usual;

const outcomesOf: Record<'improper' | 'interference', Partial<Record<Outcome, number>>> = {
  improper: { talk: 6, criticism: 4 },
  interference: { criticism: 3, 'party-discipline': 4, 'government-discipline': 3, 'criminal-transfer': 0.4 },
};

/** How often a record is sent back once, an inquiry taken up again, a release followed by an outcome or closed. */
const odds = { returned: 0.04, reopened: 0.006, studied: 0.85, outcome: 0.72, closed: 0.85, typicalCase: 0.6 };

export class Course {
  readonly #seed: Seed;
  readonly #calendar: Calendar;

  constructor(seed: Seed, calendar: Calendar) {
    this.#seed = seed;
    this.#calendar = calendar;
  }

  /** The steps after the capture in the order of time; a story with an ending stops there. */
  stepsOf(story: Story): CourseStep[] {
    const steps = [...this.#ofRecord(story)];
    const accepted = steps.at(-1);
    if (!accepted || !('record' in accepted) || accepted.record.type !== 'accepted') return steps;
    const joined = story.companions.flatMap((companion) => this.#joining(companion, accepted.at, story.matterId));
    steps.push(...joined);
    if (story.ending === 'opened') return steps;
    const from = Math.max(accepted.at, ...joined.map(({ at }) => at));
    for (const [state, step] of isSerious(story.kind) ? this.#serious(story, from) : this.#ordinary(story, from)) {
      steps.push(step);
      if (state !== null && state === story.ending) break;
    }
    return steps;
  }

  *#ofRecord(story: Story): Generator<CourseStep> {
    const { ending, details } = story;
    const seed = this.#seed;
    let at = story.receivedAt;
    const record = (pace: Pace, step: RecordStepInput): CourseStep => {
      at = this.#after(at, pace, story.brisk && pace !== 'submitted');
      return { at, story, record: step };
    };
    if (ending === 'captured') return;
    const withdrawn: RecordStepInput = { type: 'withdrawn', reason: seed.pick(words.withdrawalReasons) };
    if (ending === 'withdrawn' && seed.happens(0.5)) {
      yield record('submitted', withdrawn);
      return;
    }
    yield record('submitted', { type: 'submitted', details });
    if (ending === 'submitted') return;
    if (ending === 'withdrawn') {
      yield record('submitted', withdrawn);
      return;
    }
    if (ending === 'returned' || (ending === null && seed.happens(odds.returned))) {
      yield record('received', { type: 'returned', reason: seed.pick(words.returnReasons) });
      if (ending === 'returned') return;
      const completed = { ...details, request: `${details.request}${seed.pick(additions)}` };
      yield record('received', { type: 'submitted', details: completed });
    }
    yield record('received', { type: 'accepted', matterId: null });
  }

  /** A colleague's record about the same approach, submitted by itself and accepted into the matter. */
  #joining(companion: Story, opened: number, matterId: string): CourseStep[] {
    const submitted = this.#after(companion.receivedAt, 'submitted', companion.brisk);
    const accepted = this.#after(Math.max(submitted, opened), 'shelved', false);
    return [
      { at: submitted, story: companion, record: { type: 'submitted', details: companion.details } },
      { at: accepted, story: companion, record: { type: 'accepted', matterId } },
    ];
  }

  *#ordinary(story: Story, from: number): Generator<[Ending | null, CourseStep]> {
    const seed = this.#seed;
    let at = from;
    const take = (pace: Pace, matter: MatterStepInput): CourseStep => {
      at = this.#after(at, pace, story.brisk);
      return { at, story, matter };
    };
    const { determination: opinion } = story;
    const screened = (): MatterStepInput => ({
      type: 'screened',
      opinion,
      reason: seed.pick(words.screeningReasons[opinion]),
    });
    yield ['screened', take('screened', screened())];
    yield [null, take('shelved', { type: 'shelved', note: seed.pick(words.shelvingNotes) })];
    if (!seed.happens(odds.reopened)) return;
    yield [null, take('followed', { type: 'reopened', reason: words.reopeningReason })];
    yield ['screened', take('screened', screened())];
    yield [null, take('shelved', { type: 'shelved', note: seed.pick(words.shelvingNotes) })];
  }

  *#serious(story: Story, from: number): Generator<[Ending | null, CourseStep]> {
    const seed = this.#seed;
    let at = from;
    const take = (pace: Pace, matter: MatterStepInput): CourseStep => {
      at = this.#after(at, pace, story.brisk);
      return { at, story, matter };
    };
    const { determination } = story;
    const counts = determination === 'improper' || determination === 'interference' ? determination : null;
    const opinion = counts ?? 'improper';
    const reason = seed.pick(words.screeningReasons[opinion]);
    yield ['screened', take('screened', { type: 'screened', opinion, reason })];
    yield ['referred', take('shelved', { type: 'referred', note: seed.pick(words.referralNotes) })];
    if (story.ending === 'studied' || seed.happens(odds.studied)) {
      yield ['studied', take('studied', { type: 'studied', note: seed.pick(words.studyNotes) })];
    }
    yield ['determined', take('determined', this.#determined(story))];
    if (!counts) {
      yield ['closed', take('approved', { type: 'closed', note: seed.pick(words.closingNotes) })];
      return;
    }
    at = this.#after(at, 'approved', story.brisk);
    const approved: MatterStepInput = {
      type: 'approved',
      approvedBy: seed.pick(words.approvers),
      approvedOn: dayOf(at),
      documentNumber: `政法〔${dayOf(at).slice(0, 4)}〕${seed.between(1, 90)}号`,
    };
    yield ['approved', { at, story, matter: approved }];
    const scope = seed.weighted({ institution: 50, district: 32, system: 18 });
    yield ['released', take('released', { type: 'released', scope, note: seed.pick(words.releaseNotes) })];
    if (seed.happens(odds.outcome)) {
      const outcome = seed.weighted(outcomesOf[counts]);
      at = this.#after(at, 'followed', story.brisk);
      const instrument = seed.pick(words.instruments[outcome]);
      yield [null, { at, story, matter: { type: 'outcome', outcome, decidedOn: dayOf(at), instrument } }];
    }
    yield* this.#sequel(story, (step) => take('followed', step));
    if (story.sequel === 'retracted' || !seed.happens(odds.closed)) return;
    yield ['closed', take('later', { type: 'closed', note: seed.pick(words.closingNotes) })];
  }

  *#sequel(story: Story, take: (step: MatterStepInput) => CourseStep): Generator<[null, CourseStep]> {
    const { sequel } = story;
    if (sequel === 'disclosed') yield [null, take({ type: 'disclosed', note: words.disclosureNote })];
    if (sequel === 'retracted') yield [null, take({ type: 'retracted', reason: words.retractionReason })];
    if (sequel !== 'corrected') return;
    const [conduct = 'other'] = story.details.conducts;
    const corrected = { ...this.#determined(story), determination: 'improper' as const, typicalCase: false };
    yield [null, take({ ...corrected, type: 'corrected', reason: words.correctionReasons[conduct] })];
  }

  #determined({ determination, details, sequel }: Story): Extract<MatterStepInput, { type: 'determined' }> {
    const { actor, capacity, conducts, typicalCircumstances } = details;
    return {
      type: 'determined',
      determination,
      officialId: actor.officialId,
      capacity,
      conducts,
      typicalCircumstances,
      typicalCase: sequel === 'disclosed' || (typicalCircumstances.length > 0 && this.#seed.happens(odds.typicalCase)),
      reason: this.#seed.pick(words.determinationReasons[determination]),
    };
  }

  #after(at: number, pace: Pace, brisk: boolean): number {
    const workdays = brisk ? 1 : Number(this.#seed.weighted(usual[pace]));
    return this.#calendar.after(this.#seed, at, workdays);
  }
}
