import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Of } from '../../../shared/ledger/canonical.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { acceptRecord } from '../support/journey.ts';
import { type AccountName, aCapture, openWorld, someDetails, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const png = (text: string) =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(text)]);
const jpeg = (text: string) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new TextEncoder().encode(text)]);

const sealOf = (content: Uint8Array, mediaType: 'image/png' | 'image/jpeg' = 'image/png') => ({
  sha256: sha256Of(content),
  mediaType,
  bytes: content.byteLength,
});

/** A captured record whose seal is that of the content. */
async function captured(content: Uint8Array, judge: AccountName = 'judge'): Promise<string> {
  const capture = aCapture({ screenshot: sealOf(content) });
  const token = await world.captureToken(judge);
  const answer = await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  const receipt: Receipt = await answer.json();
  return receipt.recordId;
}

interface Upload {
  recordId: string;
  content: Uint8Array<ArrayBuffer>;
  evidenceId?: string;
  account?: AccountName;
  headers?: Record<string, string>;
}

async function upload({ recordId, content, evidenceId = crypto.randomUUID(), account = 'judge', headers }: Upload) {
  const answer = await world.request(`/api/records/${recordId}/evidence/${evidenceId}`, {
    method: 'PUT',
    headers: {
      cookie: await world.cookieOf(account),
      'content-type': 'image/png',
      'x-content-sha256': sha256Of(content),
      ...headers,
    },
    body: content,
  });
  return { answer, evidenceId };
}

const typeOf = async (answer: Response) => String((await answer.json()).type).replace('urn:liuhen:problem:', '');

describe('an upload', () => {
  test.each([
    ['PNG', png('画面'), 'image/png', 'png'],
    ['JPEG', jpeg('画面'), 'image/jpeg', 'jpg'],
  ])(
    'of the %s that the click sealed is kept, and comes back as a file to save',
    async (_, content, mediaType, ending) => {
      const recordId = await captured(content);
      const { answer, evidenceId } = await upload({ recordId, content });
      expect([answer.status, await answer.json()]).toEqual([
        201,
        { evidenceId, sha256: sha256Of(content), mediaType, bytes: content.byteLength },
      ]);
      const fetched = await world.ask('judge', 'GET', `/api/records/${recordId}/evidence/${evidenceId}`);
      expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(content);
      expect(Object.fromEntries(fetched.headers)).toMatchObject({
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${evidenceId}.${ending}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    },
  );

  test('of the same file again answers 200, twice at once as well', async () => {
    const content = png('同一文件');
    const recordId = await captured(content);
    const evidenceId = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => upload({ recordId, content, evidenceId })));
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual([200, 200, 201]);
    expect((await upload({ recordId, content, evidenceId })).answer.status).toBe(200);
    const events = await world.platform.db
      .selectFrom('event')
      .select('type')
      .where('subject_id', '=', recordId)
      .orderBy('subject_version')
      .execute();
    expect(events.map(({ type }) => type)).toEqual(['captured', 'evidence-added']);
  });

  test('of another picture than the sealed one is refused', async () => {
    const recordId = await captured(png('原图'));
    const { answer } = await upload({ recordId, content: png('换掉的图') });
    expect([answer.status, await typeOf(answer)]).toEqual([422, 'seal-differs']);
  });

  test.each([
    ['another hash', { 'x-content-sha256': 'a'.repeat(64) }],
    ['no hash', { 'x-content-sha256': '' }],
  ])('that declares %s is refused', async (_, headers) => {
    const content = png('声明');
    const { answer } = await upload({ recordId: await captured(content), content, headers });
    expect(answer.status).toBe(422);
  });

  test('of what is no picture is refused, whatever it calls itself and whatever was sealed', async () => {
    const content = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    const recordId = await captured(content);
    const { answer } = await upload({ recordId, content, headers: { 'content-type': 'image/png' } });
    expect([answer.status, await typeOf(answer)]).toEqual([422, 'seal-differs']);
  });

  test('to a record without a screenshot is refused', async () => {
    const capture = aCapture();
    const token = await world.captureToken('judge');
    const receipt = await (await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)).json();
    expect((await upload({ recordId: receipt.recordId, content: png('多余') })).answer.status).toBe(422);
  });

  test('above 20 MB is too large, said before it is read', async () => {
    const recordId = await captured(png('大'));
    const content = new Uint8Array(20 * 1024 * 1024 + 1);
    const headers = { 'content-length': String(content.byteLength) };
    expect((await upload({ recordId, content, headers })).answer.status).toBe(413);
  });

  test("to somebody else's record is the 404 of what does not exist", async () => {
    const content = png('他人');
    const recordId = await captured(content, 'colleague');
    const foreign = await upload({ recordId, content });
    const none = await upload({ recordId: crypto.randomUUID(), content });
    expect(foreign.answer.status).toBe(404);
    expect(await foreign.answer.text()).toBe(await none.answer.text());
  });

  test('is bounded in number: the same picture under ever new ids fills no disk', async () => {
    const content = png('多份');
    const recordId = await captured(content);
    for (let file = 0; file < 20; file++) expect((await upload({ recordId, content })).answer.status).toBe(201);
    expect((await upload({ recordId, content })).answer.status).toBe(409);
  });
});

describe('a submission', () => {
  const submit = (recordId: string, evidence: object[]) =>
    world.ask('judge', 'POST', `/api/records/${recordId}/events`, {
      type: 'submitted',
      details: { ...someDetails(), evidence },
    });

  test('names only what has arrived whole, as it has arrived', async () => {
    const content = png('待报送');
    const recordId = await captured(content);
    const seal = sealOf(content);
    const early = await submit(recordId, [{ evidenceId: crypto.randomUUID(), ...seal }]);
    expect([early.status, (await early.json()).fields[0].path]).toEqual([400, 'details.evidence.0']);
    const { evidenceId } = await upload({ recordId, content });
    for (const wrong of [{ bytes: 1 }, { mediaType: 'image/jpeg' }, { sha256: 'b'.repeat(64) }]) {
      expect((await submit(recordId, [{ evidenceId, ...seal, ...wrong }])).status).toBe(400);
    }
    expect((await submit(recordId, [{ evidenceId, ...seal }])).status).toBe(200);
  });

  test('closes the record to further files, and opens them to those who handle it', async () => {
    const content = png('已报送');
    const recordId = await captured(content);
    const { evidenceId } = await upload({ recordId, content });
    const path = `/api/records/${recordId}/evidence/${evidenceId}`;
    const read = async (account: AccountName) => (await world.ask(account, 'GET', path)).status;
    expect(await read('reviewer')).toBe(404);
    await submit(recordId, []);
    expect((await upload({ recordId, content })).answer.status).toBe(409);
    // What is there already stays the same upload.
    expect((await upload({ recordId, content, evidenceId })).answer.status).toBe(200);
    await acceptRecord(world, recordId);
    expect([await read('judge'), await read('reviewer')]).toEqual([200, 200]);
    for (const account of ['colleague', 'neighbourReviewer', 'superiorReviewer', 'committee', 'leader'] as const)
      expect([account, await read(account)]).toEqual([account, 404]);
    const readings = await world.platform.db
      .selectFrom('reading')
      .select('viewer_role')
      .where('subject_id', '=', evidenceId)
      .execute();
    expect(readings).toEqual([{ viewer_role: 'reviewer' }]);
  });
});
