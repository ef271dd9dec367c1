import { expect, test } from 'vitest';
import { stageOf } from '../../../../extension/panel/completing/stage.ts';
import { carriedFields, type Draft, startingDraft } from '../../../../extension/panel/completing/starting-draft.ts';
import { captureWith } from '../notes.ts';

test.each([
  ['民事一审', '', 'trial'],
  ['首次执行', '（2026）内0102民初1号', 'enforcement'],
  ['', '（2026）内0102执恢12号', 'enforcement'],
  ['', '（2026）内0102民初1号', 'trial'],
  ['', '内检刑诉〔2026〕5号', 'prosecution-review'],
  ['', '呼公（刑）立字〔2026〕123号', 'investigation'],
  ['审查起诉', '', 'prosecution-review'],
  ['立案审查', '', 'case-filing'],
  ['', '', null],
])('the stage of %j, %j is %s', (procedure, caseNumber, stage) => {
  expect(stageOf(procedure, caseNumber)).toBe(stage);
});

const last: Draft = {
  actor: { officialId: null, name: '测试人员', organ: '', post: '' },
  capacity: 'insider',
  channel: 'messenger',
  leaningOpinion: 'stated',
  request: '请求照顾',
};

test('one case number is certain; of two, none is taken', () => {
  expect(startingDraft(captureWith(), undefined).caseNumber).toBe('（2026）内0102民初123号');
  expect(startingDraft(captureWith({ caseNumbers: ['甲', '乙'] }), undefined)).not.toHaveProperty('caseNumber');
});

test('it happened at the click until the recorder says otherwise', () => {
  expect(startingDraft(captureWith(), undefined).occurredAt).toBe(captureWith().capturedAt);
});

test('habits are carried over with their regime, findings about a contact never are', () => {
  const draft = startingDraft(captureWith(), last);
  expect(draft).toMatchObject({ capacity: 'insider', regime: 'insider', channel: 'messenger', request: '' });
  expect(draft).not.toHaveProperty('actor');
  expect(draft).not.toHaveProperty('leaningOpinion');
  expect(draft).not.toHaveProperty('response');
});

test('a field is told as carried over only until it is answered', () => {
  expect(carriedFields({}, last)).toEqual(['capacity', 'channel']);
  expect(carriedFields({ channel: 'phone' }, last)).toEqual(['capacity']);
  expect(carriedFields({}, undefined)).toEqual([]);
});
