import { expect, test } from 'vitest';
import { draftSaver, type SavingState } from '../../../../extension/panel/completing/draft-saver.ts';
import type { Draft } from '../../../../extension/panel/completing/starting-draft.ts';

function recording(answers: boolean[] = []) {
  const written: Draft[] = [];
  const told: SavingState[] = [];
  const saver = draftSaver(
    async (patch) => {
      written.push(patch);
      await Promise.resolve();
      return answers.shift() ?? true;
    },
    (state) => told.push(state),
  );
  return { saver, written, told };
}

test('the first patch is written at once, those that come meanwhile are written together', async () => {
  const { saver, written, told } = recording();
  saver.save({ request: '打' });
  saver.save({ request: '打听' });
  saver.save({ channel: 'phone' });
  expect(await saver.settled()).toBe(true);
  expect(written).toEqual([{ request: '打' }, { request: '打听', channel: 'phone' }]);
  expect(told.at(-1)).toBe('saved');
});

test('what could not be written is told, kept, and goes along with the next', async () => {
  const { saver, written, told } = recording([false]);
  saver.save({ request: '打听' });
  expect(await saver.settled()).toBe(false);
  expect(told.at(-1)).toBe('failed');
  saver.save({ channel: 'phone' });
  expect(await saver.settled()).toBe(true);
  expect(written.at(-1)).toEqual({ request: '打听', channel: 'phone' });
  expect(told.at(-1)).toBe('saved');
});

test('a later answer to the same field wins over the one that failed', async () => {
  const { saver, written } = recording([false]);
  saver.save({ channel: 'sms' });
  await saver.settled();
  saver.save({ channel: 'phone' });
  await saver.settled();
  expect(written.at(-1)).toEqual({ channel: 'phone' });
});
