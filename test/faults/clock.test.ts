/** The computer's clock is set back while the server works: the order of the log is that of its positions, not of its times. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recompute } from '../../server/recompute/recompute.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Capture } from '../../shared/record/capture.ts';
import { aCapture, institutions, openWorld, type World } from '../server/support/world.ts';

let now = new Date('2026-10-08T06:00:00.000Z');
let world: World;
beforeEach(async () => {
  now = new Date('2026-10-08T06:00:00.000Z');
  world = await openWorld({ clock: () => now });
});
afterEach(() => world.close());

/** Each jump in minutes; a leap into the future that is taken back, and one to before everything. */
const jumps = [0, 5, -60, 1, 60 * 24 * 400, -60 * 24 * 400, -60 * 24 * 365 * 12, 3];

test('positions stay gapless and in the order of arrival, and every receipt can be had again', async () => {
  const token = await world.captureToken('judge');
  const put = (capture: Capture) => world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  const sent: { captureId: string; capture: Capture; receipt: string; at: string }[] = [];
  for (const minutes of jumps) {
    now = new Date(now.getTime() + minutes * 60_000);
    const captures = Array.from({ length: 5 }, () => aCapture());
    for (const [index, answer] of (await Promise.all(captures.map(put))).entries()) {
      const capture = captures[index] ?? aCapture();
      expect(answer.status).toBe(201);
      sent.push({ captureId: capture.captureId, capture, receipt: await answer.text(), at: now.toISOString() });
    }
  }
  const log = await world.platform.db
    .selectFrom('event')
    .selectAll()
    .where('institution_id', '=', institutions.district.id)
    .orderBy('position')
    .execute();
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index));
  const receipts = sent.map(({ receipt }): Receipt => JSON.parse(receipt));
  const captured = log.filter(({ type }) => type === 'captured');
  expect(captured.map(({ subject_id }) => subject_id)).toEqual(receipts.map(({ recordId }) => recordId));
  // What is told is the clock's time as it was, not one that was made to fit.
  expect(captured.map(({ at }) => at)).toEqual(sent.map(({ at }) => at));
  for (const { capture, receipt } of sent) {
    const again = await put(capture);
    expect([again.status, await again.text()]).toEqual([200, receipt]);
  }
  expect(await recompute(world.platform.db, { repair: false })).toEqual([]);
});

test('a history stays in its order: what came later stands later, whatever its time', async () => {
  const token = await world.captureToken('judge');
  const capture = aCapture();
  const answer = await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  const { recordId }: Receipt = await answer.json();
  now = new Date(now.getTime() - 24 * 60 * 60_000);
  const withdrawn = { type: 'withdrawn', reason: '误触' };
  expect((await world.ask('judge', 'POST', `/api/records/${recordId}/events`, withdrawn)).status).toBe(200);
  const view = await (await world.ask('judge', 'GET', `/api/records/${recordId}`)).json();
  expect(view.history.map(({ type }: { type: string }) => type)).toEqual(['captured', 'withdrawn']);
  expect(view.state).toBe('withdrawn');
});
