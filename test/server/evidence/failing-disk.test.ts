/** Evidence on a disk that fails: refused for now, nothing half-written, and all of it taken when the disk is well again. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { type FailingDisk, fullDisk, limitedFiles, lockedEvidence } from '../../faults/failing-disks.ts';
import { aCapture, openWorld, type World } from '../support/world.ts';

// The server's own log tells the cause; here it is expected.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

interface Picture {
  recordId: string;
  evidenceId: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Keeps a capture that seals a picture of 300 000 bytes. */
async function captured(world: World, token: string): Promise<Picture> {
  const content = Uint8Array.from([0xff, 0xd8, 0xff, ...randomBytes(300_000)]);
  const screenshot = { sha256: hash('sha256', content), mediaType: 'image/jpeg', bytes: content.byteLength } as const;
  const capture = aCapture({ screenshot });
  const answer = await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  const { recordId }: Receipt = await answer.json();
  return { recordId, evidenceId: randomUUID(), content };
}

const upload = async (world: World, { recordId, evidenceId, content }: Picture) =>
  world.request(`/api/records/${recordId}/evidence/${evidenceId}`, {
    method: 'PUT',
    headers: { cookie: await world.cookieOf('judge'), 'x-content-sha256': hash('sha256', content) },
    body: content,
  });

const fetchBack = (world: World, { recordId, evidenceId }: Picture) =>
  world.ask('judge', 'GET', `/api/records/${recordId}/evidence/${evidenceId}`);

const refusal = async (answer: Response) => [
  answer.status,
  answer.headers.get('retry-after'),
  (await answer.json()).type,
];
const unavailable = [503, '5', 'urn:liuhen:problem:unavailable'];

/** Evidence files that lie in a data folder, whole or not. */
const filesIn = (folder: string) =>
  readdirSync(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const disks: [string, () => FailingDisk, { captures: boolean }][] = [
  ['a full disk', fullDisk, { captures: true }],
  ['a disk that fails while it is written', limitedFiles, { captures: true }],
  ['a folder that may not be written', lockedEvidence, { captures: false }],
];

describe.each(disks)('%s', (_, open, { captures }) => {
  let disk: FailingDisk;
  let world: World;
  let token: string;
  beforeAll(async () => {
    disk = open();
    world = await openWorld({ folder: disk.folder });
    token = await world.captureToken('judge');
  });
  afterAll(async () => {
    await world.close();
    disk.remove();
  });

  test('refuses evidence for now, leaves no part of it, and takes it afterwards', async () => {
    const before = await captured(world, token);
    expect((await upload(world, before)).status).toBe(201);
    const pictures = await Promise.all(Array.from({ length: 6 }, () => captured(world, token)));
    const [first, ...others] = pictures;
    if (!first) throw new Error('No picture');
    disk.fail();
    const alone = await upload(world, first);
    const together = await Promise.all(others.map((picture) => upload(world, picture)));
    const list = await world.ask('judge', 'GET', '/api/records');
    disk.mend();
    for (const answer of [alone, ...together]) expect(await refusal(answer)).toEqual(unavailable);
    expect(list.status).toBe(200);
    expect(filesIn(disk.folder)).toEqual([before.evidenceId]);

    const afterwards = await Promise.all(pictures.map((picture) => upload(world, picture)));
    expect(afterwards.map(({ status }) => status)).toEqual(pictures.map(() => 201));
    for (const picture of [before, ...pictures]) {
      const content = new Uint8Array(await (await fetchBack(world, picture)).arrayBuffer());
      expect(hash('sha256', content)).toBe(hash('sha256', picture.content));
    }
    expect(filesIn(disk.folder).sort()).toEqual([before, ...pictures].map(({ evidenceId }) => evidenceId).sort());
  });

  test(`${captures ? 'refuses' : 'still keeps'} captures, and loses none that it answered`, async () => {
    // Each fills a page of its own and more.
    const notes = Array.from({ length: 40 }, () => aCapture({ pageAddress: `http://localhost/${'x'.repeat(3900)}` }));
    const put = (note: (typeof notes)[number]) => world.askWith(token, 'PUT', `/api/captures/${note.captureId}`, note);
    disk.fail();
    const answers = [];
    for (const note of notes) answers.push(await put(note));
    answers.push(...(await Promise.all(notes.map(put))));
    disk.mend();
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length > 0).toBe(captures);
    for (const answer of refused) expect(await refusal(answer)).toEqual(unavailable);

    const receipts = new Map<string, string>();
    for (const answer of answers.filter(({ ok }) => ok)) {
      const receipt: Receipt = await answer.json();
      receipts.set(String(receipt.event.body.captureId), JSON.stringify(receipt));
    }
    for (const answer of await Promise.all(notes.map(put))) {
      expect([200, 201]).toContain(answer.status);
      const receipt: Receipt = await answer.json();
      const earlier = receipts.get(String(receipt.event.body.captureId));
      if (earlier) expect([answer.status, JSON.stringify(receipt)]).toEqual([200, earlier]);
    }
  });
});

test('evidence that the disk cannot read just now is a 503, and is there when it can', async () => {
  const disk = limitedFiles();
  const world = await openWorld({ folder: disk.folder });
  const picture = await captured(world, await world.captureToken('judge'));
  await upload(world, picture);
  const place = world.platform.blobs.placeOf(picture.recordId, picture.evidenceId);
  renameSync(place, `${place}.aside`);
  // The first page of a process's memory is no memory: reading it is an I/O error of the kernel's own.
  symlinkSync('/proc/self/mem', place);
  expect(await refusal(await fetchBack(world, picture))).toEqual(unavailable);
  rmSync(place);
  renameSync(`${place}.aside`, place);
  expect((await fetchBack(world, picture)).status).toBe(200);
  await world.close();
  disk.remove();
});

test('evidence that is missing, or lies in the place of another, is not handed out', async () => {
  const disk = limitedFiles();
  const world = await openWorld({ folder: disk.folder });
  const token = await world.captureToken('judge');
  const [one, other] = [await captured(world, token), await captured(world, token)];
  for (const picture of [one, other]) await upload(world, picture);
  const { blobs } = world.platform;
  renameSync(blobs.placeOf(one.recordId, one.evidenceId), blobs.placeOf(other.recordId, other.evidenceId));
  expect((await fetchBack(world, other)).status).toBe(500);
  expect((await fetchBack(world, one)).status).toBe(500);
  await world.close();
  disk.remove();
});
