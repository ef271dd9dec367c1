/**
 * Stories of the home court, told so that whoever tries the demonstration finds something in each state: an inbox, notes
 * to be completed, matters before the committee, and a leader with matters released and matters that must not show.
 */
import type { ApproachKind } from './approaches.ts';
import type { NamedOfficial } from './officials.ts';
import type { Plot } from './storyteller.ts';

export interface HomeStory extends Pick<Plot, 'ending' | 'sequel' | 'determination' | 'capacity'> {
  /** User name of the recorder. */
  readonly recorder: string;
  readonly kind: ApproachKind;
  /** Workdays before the last one. */
  readonly ago: number;
  readonly official?: NamedOfficial;
  /** The case is that of the screenshot, which was submitted with the record. */
  readonly pictured?: boolean;
}

const [third, fourth, fifth] = ['judge.0105.3', 'judge.0105.4', 'judge.0105.5'] as const;

/** Within so many workdays before the last, the home court has these stories and no others. */
export const homeWindow = 22;

export const homeStories: readonly HomeStory[] = [
  // What the judge still has to complete, was asked about, and has taken back.
  { recorder: 'judge', kind: 'progress', ago: 0, ending: 'captured' },
  { recorder: 'judge', kind: 'relay', ago: 1, ending: 'captured' },
  { recorder: 'judge2', kind: 'progress', ago: 0, ending: 'captured' },
  { recorder: 'judge', kind: 'insider', ago: 5, ending: 'returned' },
  { recorder: 'judge2', kind: 'relay', ago: 4, ending: 'returned' },
  { recorder: 'judge', kind: 'progress', ago: 6, ending: 'withdrawn' },
  // The inbox.
  { recorder: 'judge', kind: 'pleading', ago: 1, ending: 'submitted', pictured: true },
  { recorder: 'judge', kind: 'progress', ago: 2, ending: 'submitted' },
  { recorder: 'judge2', kind: 'progress', ago: 1, ending: 'submitted' },
  { recorder: 'judge2', kind: 'duty', ago: 2, ending: 'submitted' },
  { recorder: third, kind: 'relay', ago: 1, ending: 'submitted' },
  { recorder: third, kind: 'progress', ago: 2, ending: 'submitted' },
  { recorder: fourth, kind: 'overstepping-demand', ago: 2, ending: 'submitted', capacity: 'official' },
  { recorder: fourth, kind: 'progress', ago: 3, ending: 'submitted' },
  { recorder: fifth, kind: 'insider', ago: 3, ending: 'submitted' },
  { recorder: fifth, kind: 'relay', ago: 3, ending: 'submitted' },
  // Matters before the reviewer.
  { recorder: 'judge', kind: 'progress', ago: 5, ending: 'opened' },
  { recorder: third, kind: 'private-meeting', ago: 4, ending: 'opened' },
  { recorder: fourth, kind: 'relay', ago: 4, ending: 'opened' },
  { recorder: 'judge2', kind: 'through-others', ago: 7, ending: 'screened', determination: 'improper' },
  { recorder: fifth, kind: 'progress', ago: 6, ending: 'screened' },
  { recorder: third, kind: 'relay', ago: 8, ending: 'screened' },
  // Matters before the committee.
  {
    recorder: 'judge',
    kind: 'pleading',
    pictured: true,
    ago: 9,
    ending: 'referred',
    determination: 'improper',
    official: 'leader',
  },
  { recorder: 'judge2', kind: 'pleading', ago: 8, ending: 'referred', determination: 'improper' },
  {
    recorder: third,
    kind: 'overstepping-demand',
    ago: 9,
    ending: 'referred',
    determination: 'interference',
    capacity: 'official',
  },
  { recorder: fourth, kind: 'private-meeting', ago: 10, ending: 'referred', determination: 'improper' },
  { recorder: fifth, kind: 'pleading', ago: 11, ending: 'referred', determination: 'interference' },
  { recorder: third, kind: 'through-others', ago: 12, ending: 'referred', determination: 'improper' },
  { recorder: 'judge2', kind: 'pleading', ago: 13, ending: 'referred', determination: 'improper' },
  { recorder: fourth, kind: 'pleading', ago: 12, ending: 'studied', determination: 'interference' },
  {
    recorder: fifth,
    kind: 'overstepping-demand',
    ago: 14,
    ending: 'studied',
    determination: 'improper',
    capacity: 'official',
  },
  {
    recorder: 'judge2',
    kind: 'pleading',
    ago: 16,
    ending: 'determined',
    determination: 'interference',
    official: 'leader',
  },
  { recorder: third, kind: 'private-meeting', ago: 15, ending: 'determined', determination: 'improper' },
  { recorder: fourth, kind: 'pleading', ago: 18, ending: 'approved', determination: 'improper' },
  { recorder: fifth, kind: 'pleading', ago: 19, ending: 'approved', determination: 'interference' },
  { recorder: 'judge', kind: 'pleading', ago: 20, ending: 'released', determination: 'improper' },
  { recorder: fifth, kind: 'pleading', ago: 21, ending: 'released', determination: 'interference' },
  // The leader's released matters: of last year, and of this one.
  {
    recorder: third,
    kind: 'pleading',
    ago: 330,
    ending: 'closed',
    sequel: 'none',
    determination: 'improper',
    official: 'leader',
  },
  {
    recorder: fifth,
    kind: 'private-meeting',
    ago: 150,
    ending: 'closed',
    sequel: 'none',
    determination: 'improper',
    official: 'leader',
  },
  {
    recorder: fourth,
    kind: 'overstepping-demand',
    ago: 120,
    ending: null,
    sequel: 'corrected',
    determination: 'interference',
    capacity: 'official',
    official: 'leader',
  },
  // A release to somebody of the same name, taken back.
  {
    recorder: third,
    kind: 'pleading',
    ago: 190,
    ending: null,
    sequel: 'retracted',
    determination: 'improper',
    official: 'namesake',
  },
  { recorder: fifth, kind: 'pleading', ago: 220, ending: null, sequel: 'disclosed', determination: 'interference' },
  // What names somebody of the court itself goes to the court above (rule 6).
  { recorder: 'judge2', kind: 'relay', ago: 2, ending: 'submitted', capacity: 'official', official: 'vicePresident' },
  {
    recorder: fourth,
    kind: 'pleading',
    ago: 6,
    ending: 'opened',
    determination: 'improper',
    official: 'vicePresident',
  },
];
