/** A connection that is cut, by a cable or a closed lid: in the middle of a request, or of an answer. The retry puts it right. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Listening, listen } from '../../server/serve.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import { aCapture, openWorld, type World } from '../server/support/world.ts';
import { type Answer, type Connections, openConnections, type Question } from './connections.ts';

let place: string;
let folder: string;
let world: World;
let server: Listening;
let lines: Connections;
let token: string;
let session: Record<string, string>;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'liuhen-cut-'));
  folder = join(place, 'data');
  world = await openWorld({ folder });
  server = await listen(world.platform, 0);
  lines = openConnections(server.port, 4);
  token = await world.captureToken('judge');
  session = { cookie: await world.cookieOf('judge') };
});
afterAll(async () => {
  lines.close();
  await server.close();
  rmSync(place, { recursive: true });
});

/** A request as it goes over the wire. */
function onTheWire({ method, path, headers = {}, body = '' }: Question): Buffer {
  const content = Buffer.from(body);
  const all = { host: 'localhost', 'content-length': String(content.byteLength), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`), content]);
}

async function open(): Promise<Socket> {
  const socket = connect(server.port, 'localhost');
  await once(socket, 'connect');
  return socket;
}

/** Sends the beginning of a request and is gone. */
async function cutRequest(question: Question, share: number): Promise<void> {
  const socket = await open();
  const wire = onTheWire(question);
  await new Promise((sent) => socket.write(wire.subarray(0, Math.floor(wire.byteLength * share)), sent));
  socket.resetAndDestroy();
}

/** Sends a request whole and is gone as soon as the server has begun to answer, or before it has. */
async function cutAnswer(question: Question, when: 'begun' | 'not begun'): Promise<void> {
  const socket = await open();
  socket.write(onTheWire(question));
  if (when === 'begun') await once(socket, 'readable');
  else await new Promise((sent) => setImmediate(sent));
  socket.resetAndDestroy();
}

function aQuestion(capture = aCapture()): Question {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return { method: 'PUT', path: `/api/captures/${capture.captureId}`, headers, body: JSON.stringify(capture) };
}

/** A picture of 3 MB that a kept capture has sealed. */
async function anUpload(): Promise<Question & { evidenceId: string }> {
  const content = Uint8Array.from([0xff, 0xd8, 0xff, ...randomBytes(3_000_000)]);
  const sha256 = hash('sha256', content);
  const screenshot = { sha256, mediaType: 'image/jpeg', bytes: content.byteLength } as const;
  const { recordId }: Receipt = JSON.parse(String((await lines.ask(aQuestion(aCapture({ screenshot })))).body));
  const evidenceId = randomUUID();
  const path = `/api/records/${recordId}/evidence/${evidenceId}`;
  return { method: 'PUT', path, headers: { ...session, 'x-content-sha256': sha256 }, body: content, evidenceId };
}

const texts = (answers: Answer[]) => answers.map(({ body }) => String(body));
const incoming = () => readdirSync(join(folder, 'evidence', 'incoming'));

describe('a request that is cut', () => {
  test.each([0.02, 0.3, 0.6, 0.9, 0.999])(
    'after %d of a capture keeps nothing; sent again, it is kept',
    async (share) => {
      const question = aQuestion();
      await cutRequest(question, share);
      const answers = [await lines.ask(question), await lines.ask(question)];
      expect(answers.map(({ status }) => status)).toEqual([201, 200]);
      expect(new Set(texts(answers)).size).toBe(1);
    },
  );

  test.each([0.05, 0.5, 0.999])('after %d of a picture leaves no part of it; sent again, it is kept', async (share) => {
    const question = await anUpload();
    await cutRequest(question, share);
    await vi.waitFor(() => expect(incoming()).toEqual([]));
    const answers = [await lines.ask(question), await lines.ask(question)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const back = await lines.ask({ method: 'GET', path: question.path, headers: session });
    expect(back.body.equals(Buffer.from(question.body ?? ''))).toBe(true);
  });
});

describe.each(['begun', 'not begun'] as const)('an answer that is cut when it has %s', (when) => {
  test('is given again for a capture: the same receipt, to the byte', async () => {
    const question = aQuestion();
    await cutAnswer(question, when);
    const { captureId } = JSON.parse(String(question.body));
    const kept = () =>
      world.platform.db
        .selectFrom('record')
        .select('id')
        .where('capture_id', '=', world.platform.sealing.link('capture', captureId))
        .execute();
    if (when === 'begun') expect((await kept()).length).toBe(1);
    const answers = await Promise.all([1, 2, 3].map(() => lines.ask(question)));
    for (const { status } of answers) expect([200, 201]).toContain(status);
    if (when === 'begun') expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(texts(answers)).size).toBe(1);
    expect((await kept()).length).toBe(1);
  });

  test('is given again for a picture', async () => {
    const question = await anUpload();
    await cutAnswer(question, when);
    const answers = [await lines.ask(question), await lines.ask(question)];
    expect(answers.at(-1)?.status).toBe(200);
    expect(new Set(texts(answers)).size).toBe(1);
    await vi.waitFor(() => expect(incoming()).toEqual([]));
  });
});

test('a picture whose fetching is cut holds no file open', async () => {
  const question = await anUpload();
  await lines.ask(question);
  const file = world.platform.blobs.placeOf(question.path.split('/')[3] ?? '', question.evidenceId);
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === file;
      } catch {
        return false;
      }
    }).length;
  for (let time = 0; time < 10; time++)
    await cutAnswer({ method: 'GET', path: question.path, headers: session }, 'begun');
  const head = await world.request(question.path, { method: 'HEAD', headers: session });
  expect(head.status).toBe(200);
  await vi.waitFor(() => expect(openFiles()).toBe(0));
});
