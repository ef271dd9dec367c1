/** Makes the stories of the demonstration: cases, approaches and the words of those who recorded them. */
import type { Capture } from '../../shared/record/capture.ts';
import type { Details } from '../../shared/record/details.ts';
import type { Channel } from '../../shared/vocabulary.ts';
import type { Viewer } from '../access/viewer.ts';
import type { InstitutionTable } from '../store/schema.ts';
import type { Actors } from './actor.ts';
import { type Approach, type ApproachKind, approaches, isSerious } from './approaches.ts';
import { dayOf } from './calendar.ts';
import { caseOf, type DemonstrationCase } from './cases.ts';
import { narrate, placeOf } from './narratives.ts';
import type { Seed } from './seed.ts';
import type { Story } from './story.ts';

/** What is known of a story before it is told. */
export interface Plot {
  readonly recorder: Viewer;
  readonly organ: InstitutionTable;
  readonly case: DemonstrationCase;
  readonly kind: ApproachKind;
  readonly capturedAt: number;
  /** Who approaches, where that is not left to chance. */
  readonly actor?: Details['actor'];
  readonly capacity?: Details['capacity'];
  readonly ending?: Story['ending'];
  readonly sequel?: Story['sequel'];
  readonly determination?: Story['determination'];
  readonly brisk?: boolean;
  /** The seal of the screenshot that went with the record. */
  readonly screenshot?: Capture['screenshot'];
}

const sequels = { none: 88, corrected: 7, retracted: 2, disclosed: 3 };
/** In a thousand captures: two cases were open, or none was recognised. */
const undecided = 0.01;
const unrecognised = 0.012;
/** Mostly the server has a note after the ten seconds in which it can be undone; now and then the network was down. */
const offline = 0.03;

export class Storyteller {
  readonly #actors: Actors;
  readonly #caseSystem: string;

  /** @param caseSystem address of the case system's first page */
  constructor(actors: Actors, caseSystem: string) {
    this.#actors = actors;
    this.#caseSystem = caseSystem;
  }

  /** A story; whatever the plot leaves open is drawn. */
  tell(seed: Seed, plot: Plot): Story {
    const approach: Approach = approaches[plot.kind];
    const capture = this.#capture(seed, plot);
    return {
      recordId: seed.id(),
      matterId: seed.id(),
      recorder: plot.recorder,
      kind: plot.kind,
      capturedAt: plot.capturedAt,
      receivedAt: plot.capturedAt + 1000 * (seed.happens(offline) ? seed.between(600, 10_000) : seed.between(11, 45)),
      capture,
      details: this.#details(seed, plot, approach, capture),
      determination: plot.determination ?? seed.weighted(approach.determinations),
      sequel: plot.sequel ?? seed.weighted(sequels),
      ending: plot.ending ?? null,
      brisk: plot.brisk ?? false,
      companions: [],
    };
  }

  #capture(seed: Seed, { organ, capturedAt, case: at, screenshot = null }: Plot): Capture {
    const other = caseOf(seed, organ, dayOf(capturedAt));
    const recognised = screenshot !== null || !seed.happens(unrecognised);
    const caseNumbers = seed.happens(undecided) ? [at.number, other.number] : [at.number];
    return {
      captureId: seed.id(),
      capturedAt: new Date(capturedAt).toISOString(),
      caseNumbers: recognised ? caseNumbers : [],
      caseTitle: recognised ? at.title : '',
      cause: recognised ? at.cause : '',
      parties: recognised ? at.parties : '',
      stage: recognised ? at.procedure : '',
      handlingJudge: recognised ? at.handlingJudge : '',
      pageAddress: `${this.#caseSystem}classic/`,
      pageTitle: organ.kind === 'court' ? '审判流程管理系统' : '案件管理系统',
      frameAddress: recognised ? `${this.#caseSystem}classic/case.html?id=${at.systemId}` : '',
      screenshot,
    };
  }

  #details(seed: Seed, plot: Plot, approach: Approach, capture: Capture): Details {
    const { kind, organ, capturedAt, case: at } = plot;
    const day = dayOf(capturedAt);
    const capacity = plot.capacity ?? seed.weighted(approach.capacities);
    const circumstance = seed.weighted(approach.circumstances);
    const told = {
      kind,
      channel: seed.weighted<Channel>(approach.channels),
      stage: at.stage,
      nature: at.nature,
      circumstances: circumstance === 'none' ? [] : [circumstance],
      response: seed.weighted(approach.responses),
    };
    const serious = isSerious(kind) && capacity !== 'organisation';
    return {
      caseNumber: capture.caseNumbers.length > 0 ? at.number : '',
      actor:
        plot.actor ??
        (serious ? this.#actors.forSerious(seed, organ, day) : this.#actors.inCapacity(seed, capacity, organ, day)),
      capacity,
      regime: approach.regime,
      channel: told.channel,
      conducts: approach.conduct ? [approach.conduct] : [],
      typicalCircumstances: told.circumstances,
      request: narrate(seed, told),
      leaningOpinion: seed.weighted(approach.leaningOpinions),
      response: told.response,
      stage: at.stage,
      occurredAt: new Date(capturedAt - seed.between(2, 45) * 60_000).toISOString(),
      occurredWhere: placeOf(seed, told.channel),
      evidence: capture.screenshot ? [{ evidenceId: seed.id(), ...capture.screenshot }] : [],
    };
  }
}
