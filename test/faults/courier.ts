/** Brings captures and their pictures to a server, over and over, and holds the server to every answer that it has given. */
import { hash, randomBytes } from 'node:crypto';
import type { Seed } from '../../server/demonstration/seed.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Capture } from '../../shared/record/capture.ts';
import { aCapture, password } from '../server/support/world.ts';
import type { Answer, Connections } from './connections.ts';

/** One capture, with a picture or without, and what the server has answered so far. */
export interface Note {
  capture: Capture;
  picture: { evidenceId: string; content: Uint8Array; stored: string | null } | null;
  receipt: string | null;
}

/** Pictures are cut from here: what they show does not matter, that they come back does. */
const pool = randomBytes(1024 * 1024);

/** A note with random case and, as often as not, a picture of up to 200 KB. */
export function aNote(seed: Seed): Note {
  const parties = '当'.repeat(seed.between(1, 500));
  if (seed.happens(0.6)) return { capture: aCapture({ captureId: seed.id(), parties }), picture: null, receipt: null };
  const start = seed.between(0, 800_000);
  const content = Uint8Array.from([0xff, 0xd8, 0xff, ...pool.subarray(start, start + seed.between(1, 200_000))]);
  const screenshot = { sha256: hash('sha256', content), mediaType: 'image/jpeg', bytes: content.byteLength } as const;
  const capture = aCapture({ captureId: seed.id(), parties, screenshot });
  return { capture, picture: { evidenceId: seed.id(), content, stored: null }, receipt: null };
}

export class Courier {
  readonly #connections: Connections;
  readonly #captureToken: string;
  readonly #session: Record<string, string>;

  private constructor(connections: Connections, captureToken: string, session: Record<string, string>) {
    this.#connections = connections;
    this.#captureToken = captureToken;
    this.#session = session;
  }

  /** Signs in as the recorder whose captures it brings. */
  static async signIn(connections: Connections, origin: string, captureToken: string): Promise<Courier> {
    const answer = await connections.ask({
      method: 'POST',
      path: '/api/auth/sign-in/username',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ username: 'judge', password }),
    });
    expectStatus(answer, 'sign-in', [200]);
    const cookie = answer.cookies.map((set) => set.split(';', 1)[0]).join('; ');
    return new Courier(connections, captureToken, { cookie, origin });
  }

  /**
   * Brings a note. What was answered before must be answered again, as a repetition and to the byte.
   * @throws {ConnectionLost} where no whole answer came; the note then keeps what it had
   */
  async bring(note: Note): Promise<void> {
    const answer = await this.#connections.ask({
      method: 'PUT',
      path: `/api/captures/${note.capture.captureId}`,
      headers: { authorization: `Bearer ${this.#captureToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(note.capture),
    });
    note.receipt = sameAgain(answer, `capture ${note.capture.captureId}`, note.receipt);
    if (!note.picture) return;
    const stored = await this.#connections.ask({
      method: 'PUT',
      path: evidencePath(note),
      headers: { ...this.#session, 'x-content-sha256': hash('sha256', note.picture.content) },
      body: note.picture.content,
    });
    note.picture.stored = sameAgain(stored, `evidence ${note.picture.evidenceId}`, note.picture.stored);
  }

  /** Fetches the picture of a note that was brought. @throws {Error} where it is not the same to the byte */
  async compare(note: Note): Promise<void> {
    if (!note.picture) return;
    const answer = await this.#connections.ask({ method: 'GET', path: evidencePath(note), headers: this.#session });
    expectStatus(answer, `evidence ${note.picture.evidenceId}`, [200]);
    if (!answer.body.equals(note.picture.content))
      throw new Error(`Evidence ${note.picture.evidenceId} came back altered`);
  }

  /** Capture ids of the recorder's list, newest first, as often as each stands there; page by page. */
  async *listed(): AsyncGenerator<string[]> {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/api/records?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const answer = await this.#connections.ask({ method: 'GET', path, headers: this.#session });
      expectStatus(answer, 'the list of records', [200]);
      const page: { items: { captureId: string }[]; nextCursor: string | null } = JSON.parse(String(answer.body));
      yield page.items.map(({ captureId }) => captureId);
      cursor = page.nextCursor;
    }
  }
}

function evidencePath({ receipt, picture }: Note): string {
  if (receipt === null || !picture) throw new Error('Evidence belongs to a capture that was answered');
  const { recordId }: Receipt = JSON.parse(receipt);
  return `/api/records/${recordId}/evidence/${picture.evidenceId}`;
}

/** The answer's text: anything the first time, the same and a 200 every time after. @throws {Error} */
function sameAgain(answer: Answer, subject: string, before: string | null): string {
  expectStatus(answer, subject, before === null ? [200, 201] : [200]);
  const text = String(answer.body);
  if (before !== null && text !== before)
    throw new Error(`${subject} was answered otherwise before:\n${before}\n${text}`);
  return text;
}

function expectStatus({ status, body }: Answer, subject: string, expected: readonly number[]): void {
  if (!expected.includes(status)) throw new Error(`${subject} was answered ${status}: ${String(body).slice(0, 500)}`);
}
