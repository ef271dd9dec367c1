/** The draft of a determination: what it begins with, what it lacks, what it sends. */
import { describe, expect, test } from 'vitest';
import {
  type DeterminationDraft,
  lacking,
  startingDraft,
  stepOf,
} from '../../../server/console/matters/determination-draft.ts';
import { matterStepSchema } from '../../../shared/matter/steps.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import { someDetails } from '../support/world.ts';

const official = { id: '20000000-0000-4000-8000-000000000001', name: '演某甲', organ: '演示区人民政府', post: '区长' };

const matter = (changes: Partial<MatterView> = {}): MatterView => ({
  id: '40000000-0000-4000-8000-000000000001',
  state: 'referred',
  institutionName: '演示区人民法院',
  openedAt: '2026-10-08T06:05:00.000Z',
  updatedAt: '2026-10-08T06:05:00.000Z',
  records: 1,
  caseNumbers: [],
  actorNames: ['演某甲'],
  screeningOpinion: 'interference',
  determination: null,
  version: 3,
  committeeName: null,
  official: null,
  capacity: null,
  conducts: [],
  typicalCircumstances: [],
  typicalCase: false,
  releaseScope: null,
  releasedAt: null,
  accounts: [{ recordId: official.id, caseTitle: '', cause: '', details: someDetails() }],
  history: [],
  steps: ['determined'],
  ...changes,
});

const whole: DeterminationDraft = { ...startingDraft(matter()), reason: '事实清楚' };

describe('the draft', () => {
  test('begins with the screening opinion and with what the first record says', () => {
    expect(startingDraft(matter())).toMatchObject({
      determination: 'interference',
      official: { id: official.id, name: '演某甲' },
      capacity: 'official',
      conducts: ['pleading'],
      reason: '',
    });
  });

  test('of a correction begins with the standing determination, even where that names nobody', () => {
    const determined = matter({ determination: 'improper', official: null, capacity: 'staff', conducts: [] });
    expect(startingDraft(determined)).toMatchObject({
      determination: 'improper',
      official: null,
      capacity: 'staff',
      conducts: [],
    });
  });

  test('names nobody where the record names somebody outside the directory', () => {
    const stranger = { officialId: null, name: '某某', organ: '', post: '' };
    const details = someDetails({ actor: stranger });
    expect(
      startingDraft(matter({ accounts: [{ recordId: official.id, caseTitle: '', cause: '', details }] })).official,
    ).toBe(null);
  });

  test.each<[string, Partial<DeterminationDraft>, string[]]>([
    ['nothing', {}, []],
    ['a determination', { determination: null }, ['determination']],
    ['a capacity', { capacity: null }, ['capacity']],
    ['a reason', { reason: ' \n' }, ['reason']],
    ['a choice for a name that is only typed', { official: null, officialText: '演' }, ['official']],
    ['nobody, when the name is left empty', { official: null, officialText: ' ' }, []],
  ])('lacks %s', (_what, changes, expected) => {
    const draft = { ...whole, ...changes };
    expect(lacking(draft)).toEqual(expected);
    expect(stepOf(draft, 'determined') === null).toBe(expected.length > 0);
  });

  test.each(['determined', 'corrected'] as const)('makes a step %s that the server takes', (type) => {
    const step = stepOf(whole, type);
    expect(matterStepSchema.parse(step)).toEqual(step);
    expect(step).toMatchObject({ type, officialId: official.id, reason: '事实清楚' });
  });
});
