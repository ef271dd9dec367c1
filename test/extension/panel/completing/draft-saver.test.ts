import { expect, test } from 'vitest';
import { draftSaver, type SavingState } from '../../../../extension/panel/completing/draft-saver.ts';
import type { Draft } from '../../../../extension/panel/completing/starting-draft.ts';

/** A saver over a disk that answers as given, then always keeps; and all that it said. */
function recording(answers: ('kept' | 'gone' | 'broken')[] = []) {
  const written: Draft[] = [];
  const told: SavingState[] = [];
  const remembered: (Draft | null)[] = [];
  const saver = draftSaver({
    async write(patch) {
      written.push(patch);
      await Promise.resolve();
      const answer = answers.shift() ?? 'kept';
      if (answer === 'broken') throw new DOMException('disk full', 'QuotaExceededError');
      return answer === 'kept';
    },
    remember: (outstanding) => remembered.push(outstanding),
    tell: (state) => told.push(state),
  });
  return { saver, written, told, remembered };
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

test('all that is not durable yet is remembered before anything is awaited, and forgotten once it is', async () => {
  const { saver, remembered } = recording();
  saver.save({ request: '打听' });
  saver.save({ channel: 'phone' });
  expect(remembered.at(-1)).toEqual({ request: '打听', channel: 'phone' });
  await saver.settled();
  expect(remembered.at(-1)).toBeNull();
});

test('what could not be written is told, kept, and goes along with the next', async () => {
  const { saver, written, told, remembered } = recording(['broken']);
  saver.save({ request: '打听' });
  expect(await saver.settled()).toBe(false);
  expect(told.at(-1)).toBe('failed');
  expect(remembered.at(-1)).toEqual({ request: '打听' });
  saver.save({ channel: 'phone' });
  expect(await saver.settled()).toBe(true);
  expect(written.at(-1)).toEqual({ request: '打听', channel: 'phone' });
  expect(told.at(-1)).toBe('saved');
});

test('a later answer to the same field wins over the one that failed', async () => {
  const { saver, written } = recording(['broken']);
  saver.save({ channel: 'sms' });
  await saver.settled();
  saver.save({ channel: 'phone' });
  await saver.settled();
  expect(written.at(-1)).toEqual({ channel: 'phone' });
});

test('answers to a note that was undone meanwhile leave no trace', async () => {
  const { saver, remembered } = recording(['gone']);
  saver.save({ request: '打听' });
  expect(await saver.settled()).toBe(true);
  expect(remembered.at(-1)).toBeNull();
});
