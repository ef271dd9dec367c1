/** Something that happened in the two years of the demonstration: a command of the real write path, and when. */
import { type Command, Committer } from '../committer/committer.ts';
import type { Platform } from '../platform/platform.ts';
import { dayOf } from './calendar.ts';
import type { Seed } from './seed.ts';

export interface Deed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly command: Command<unknown>;
}

/** So many deeds wait for the committer at a time, which puts as many as it likes into one transaction. */
const portion = 1024;

/**
 * Does the deeds in the order of their times, by a committer of its own, whose clock shows the time of each deed and whose
 * ids and salts come from the seed.
 * @throws whatever a deed throws; those before it stay done
 */
export async function doDeeds(
  platform: Pick<Platform, 'db' | 'ledger'>,
  seed: Seed,
  deeds: readonly Deed[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const ordered = deeds.toSorted((one, other) => one.at - other.at);
  // The committer asks the clock once for each command, in the order in which they were handed over.
  const times = ordered.map(({ at }) => at).values();
  const ids = seed.branch('ids');
  const salts = seed.branch('salts');
  const committer = new Committer({
    db: platform.db,
    ledger: platform.ledger,
    clock: () => new Date(times.next().value ?? Number.NaN),
    newId: () => ids.id(),
    newSalt: () => salts.hex(32),
  });
  for (let done = 0; done < ordered.length; done += portion) {
    const answers = await Promise.allSettled(
      ordered.slice(done, done + portion).map(({ command }) => committer.submit(command)),
    );
    const failed = answers.findIndex(({ status }) => status === 'rejected');
    const answer = answers[failed];
    if (answer?.status === 'rejected') {
      const day = dayOf(ordered[done + failed]?.at ?? 0);
      throw new Error(`The demonstration failed on ${day}: ${answer.reason}`, { cause: answer.reason });
    }
    onProgress(Math.min(done + portion, ordered.length), ordered.length);
  }
}
