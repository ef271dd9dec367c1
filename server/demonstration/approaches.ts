/**
 * The kinds of approach that the demonstration's records tell of, and how often each occurs. The mix is that of published
 * practice: nearly all are ordinary inquiries and relayed requests; fewer than 4 in 100 are found improper or unlawful.
 */
import type {
  Capacity,
  Channel,
  Conduct,
  Determination,
  LeaningOpinion,
  Regime,
  Response,
  TypicalCircumstance,
} from '../../shared/vocabulary.ts';

type Weights<Code extends string> = Readonly<Partial<Record<Code, number>>>;

export interface Approach {
  /** Share of all records, in per mille. */
  readonly share: number;
  readonly regime: Regime;
  readonly capacities: Weights<Capacity>;
  readonly channels: Weights<Channel>;
  readonly conduct: Conduct | null;
  readonly circumstances: Weights<TypicalCircumstance | 'none'>;
  readonly leaningOpinions: Weights<LeaningOpinion>;
  readonly responses: Weights<Response>;
  readonly determinations: Weights<Determination>;
}

const none = { none: 1 };

/** What all serious approaches have in common. */
const serious = {
  regime: 'leading-cadre',
  leaningOpinions: { stated: 7, unclear: 3 },
  responses: { refused: 8, redirected: 2 },
  determinations: { improper: 68, interference: 24, inquiry: 8 },
} as const;

export const approaches = {
  progress: {
    share: 505,
    regime: 'leading-cadre',
    capacities: { official: 6, staff: 2, relative: 1, other: 1 },
    channels: { phone: 55, 'in-person': 18, messenger: 20, sms: 5, email: 2 },
    conduct: null,
    circumstances: none,
    leaningOpinions: { none: 97, unclear: 3 },
    responses: { redirected: 94, other: 6 },
    determinations: { inquiry: 93, 'lawful-duty': 5, unfounded: 2 },
  },
  relay: {
    share: 268,
    regime: 'leading-cadre',
    capacities: { official: 5, staff: 2, relative: 1, other: 3 },
    channels: { relayed: 40, phone: 30, messenger: 12, 'in-person': 10, material: 8 },
    conduct: null,
    circumstances: none,
    leaningOpinions: { none: 88, unclear: 12 },
    responses: { redirected: 86, refused: 8, other: 6 },
    determinations: { inquiry: 91, 'lawful-duty': 5, unfounded: 4 },
  },
  duty: {
    share: 92,
    regime: 'leading-cadre',
    capacities: { organisation: 7, official: 3 },
    channels: { letter: 55, instruction: 15, meeting: 20, phone: 10 },
    conduct: null,
    circumstances: none,
    leaningOpinions: { none: 1 },
    responses: { redirected: 7, other: 3 },
    determinations: { 'lawful-duty': 88, inquiry: 12 },
  },
  insider: {
    share: 112,
    regime: 'insider',
    capacities: { insider: 1 },
    channels: { 'in-person': 40, phone: 35, messenger: 25 },
    conduct: null,
    circumstances: none,
    leaningOpinions: { none: 92, unclear: 8 },
    responses: { redirected: 8, refused: 2 },
    determinations: { inquiry: 97, unfounded: 3 },
  },
  pleading: {
    ...serious,
    share: 13,
    capacities: { official: 1 },
    channels: { phone: 45, 'in-person': 30, messenger: 25 },
    conduct: 'pleading',
    circumstances: { none: 62, treat: 12, gift: 8, inducement: 8, 'pressure-via-head': 10 },
  },
  'private-meeting': {
    ...serious,
    share: 4,
    capacities: { official: 1 },
    channels: { phone: 6, messenger: 4 },
    conduct: 'private-meeting',
    circumstances: { none: 6, treat: 4 },
  },
  'through-others': {
    ...serious,
    share: 4,
    capacities: { staff: 6, relative: 4 },
    channels: { phone: 5, 'in-person': 5 },
    conduct: 'through-others',
    circumstances: { none: 7, gift: 2, inducement: 1 },
  },
  'overstepping-demand': {
    ...serious,
    share: 4,
    capacities: { official: 8, organisation: 2 },
    channels: { meeting: 5, instruction: 3, phone: 2 },
    conduct: 'overstepping-demand',
    circumstances: { none: 7, 'pressure-via-head': 2, threat: 1 },
  },
} as const satisfies Record<string, Approach>;

export type ApproachKind = keyof typeof approaches;

/** Whether approaches of a kind are usually referred to the committee. */
export const isSerious = (kind: ApproachKind): boolean => approaches[kind].conduct !== null;
