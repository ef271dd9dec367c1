/**
 * The server as its users start it, under load, killed without warning at a random instant, and started again: over and
 * over on one data folder. Whatever it answered before it died must be there afterwards, once, to the byte.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Seed } from '../../server/demonstration/seed.ts';
import { freePort } from '../e2e/support/demonstration.ts';
import { runLiuhen, type Started, startLiuhen, untilReady } from '../server/support/liuhen.ts';
import { openWorld } from '../server/support/world.ts';
import { ConnectionLost, openConnections } from './connections.ts';
import { aNote, Courier, type Note } from './courier.ts';

/** The command that finds the store clean, run while the server is down. */
const check = ['recompute', '--check'];

const connections = 8;

/** Milliseconds under load before the kill. */
const [shortest, longest] = [10, 900];

export interface Summary {
  kills: number;
  /** Captures and evidence files that were answered before a kill, and found after it. */
  captures: number;
  evidence: number;
  /** Requests that a kill cut off: not known to be taken, and then brought again. */
  cutOff: number;
}

export interface RoundsOptions {
  kills: number;
  seed: string;
  onRound?: (done: number, summary: Summary) => void;
}

/** @throws {Error} at the first thing that was lost, doubled or altered, with the seed and the round. */
export async function killOverAndOver({ kills, seed, onRound }: RoundsOptions): Promise<Summary> {
  const place = mkdtempSync(join(tmpdir(), 'liuhen-faults-'));
  const folder = join(place, 'data');
  const random = new Seed(seed);
  const summary: Summary = { kills: 0, captures: 0, evidence: 0, cutOff: 0 };
  let running: Started | null = null;
  try {
    const captureToken = await prepare(folder);
    const port = await freePort();
    const env = { PORT: String(port), LIUHEN_DATA: folder };
    const all: Note[] = [];
    let brought: Note[] = [];
    for (;;) {
      running = startLiuhen(['serve'], env);
      await untilReady(running, port);
      const lines = openConnections(port, connections);
      const courier = await Courier.signIn(lines, `http://localhost:${port}`, captureToken);
      await findAgain(courier, brought, folder);
      if (summary.kills === kills) {
        await findOnce(courier, all);
        lines.close();
        return summary;
      }
      brought = await loadUntilKilled(courier, running, random);
      running = null;
      lines.close();
      all.push(...brought);
      count(summary, brought);
      await requireClean(env);
      onRound?.(summary.kills, summary);
    }
  } catch (error) {
    throw new Error(`Round ${summary.kills} of seed ${seed}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  } finally {
    running?.child.kill('SIGKILL');
    await running?.ended;
    rmSync(place, { recursive: true, force: true });
  }
}

/** Fills the data folder with a small court; answers the capture credential of its judge. */
async function prepare(folder: string): Promise<string> {
  const world = await openWorld({ folder });
  const token = await world.captureToken('judge');
  await world.close();
  return token;
}

/** Brings notes over every connection until the server is dead; answers those that it brought, answered or not. */
async function loadUntilKilled(courier: Courier, server: Started, random: Seed): Promise<Note[]> {
  const brought: Note[] = [];
  const bringOnAndOn = async () => {
    for (;;) {
      const note = aNote(random);
      brought.push(note);
      await courier.bring(note);
    }
  };
  const working = Promise.allSettled(Array.from({ length: connections }, bringOnAndOn));
  const killing = setTimeout(() => server.child.kill('SIGKILL'), random.between(shortest, longest));
  // A connection that fails while the server lives is a failure of the server: nothing but the kill may end the work.
  const { signal } = await server.ended;
  clearTimeout(killing);
  for (const { reason } of (await working).filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) {
    if (!(reason instanceof ConnectionLost)) throw reason;
  }
  if (signal !== 'SIGKILL') throw new Error(`The server ended by itself:\n${server.said()}`);
  return brought;
}

/** Brings the last round's notes again, over every connection: what was answered is the same, what was cut off now arrives. */
async function findAgain(courier: Courier, notes: readonly Note[], folder: string): Promise<void> {
  if (existsSync(join(folder, 'evidence', 'incoming'))) throw new Error('A file that was cut off was left behind');
  const waiting = [...notes];
  const work = async () => {
    for (let note = waiting.pop(); note; note = waiting.pop()) {
      const cutOff = note.receipt === null || note.picture?.stored === null;
      await courier.bring(note);
      if (cutOff) await courier.bring(note);
      await courier.compare(note);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const wanted = new Set(notes.map(({ capture }) => capture.captureId));
  const found: string[] = [];
  for await (const page of courier.listed()) {
    if (found.length >= wanted.size) break;
    found.push(...page.filter((id) => wanted.has(id)));
  }
  if (found.length !== wanted.size || new Set(found).size !== wanted.size)
    throw new Error(`${wanted.size} captures are listed ${found.length} times`);
}

/** Every capture of every round stands in the list once, and nothing else does. */
async function findOnce(courier: Courier, notes: readonly Note[]): Promise<void> {
  const listed: string[] = [];
  for await (const page of courier.listed()) listed.push(...page);
  const wanted = notes.map(({ capture }) => capture.captureId);
  const lost = new Set(wanted).difference(new Set(listed));
  if (lost.size > 0 || listed.length !== wanted.length)
    throw new Error(
      `${wanted.length} captures were brought, ${listed.length} are listed; lost: ${[...lost].join(', ')}`,
    );
}

async function requireClean(env: Record<string, string>): Promise<void> {
  const { code, out, err } = await runLiuhen(check, env);
  if (code !== 0) throw new Error(`liuhen ${check.join(' ')} ended with ${code}:\n${out}${err}`);
}

function count(summary: Summary, brought: readonly Note[]): void {
  summary.kills += 1;
  for (const { receipt, picture } of brought) {
    if (receipt !== null) summary.captures += 1;
    if (picture?.stored) summary.evidence += 1;
    if (receipt === null || picture?.stored === null) summary.cutOff += 1;
  }
}
