/** Saves what is entered, at once and in order, one strict transaction at a time. */
import type { Draft } from './starting-draft.ts';

export type SavingState = 'saved' | 'saving' | 'failed';

export interface Keeping {
  /** Writes a patch durably. False means that there is nothing to keep it in any more; a rejection, that the disk failed. */
  write(patch: Draft): Promise<boolean>;
  /** Told at once of everything that is not durable yet; null when all of it is. */
  remember(outstanding: Draft | null): void;
  /** Hears how the saving stands. */
  tell(state: SavingState): void;
}

/**
 * Makes a saver. Patches that come while one is being written are written together after it; a patch that could not be
 * written is kept and goes along with the next.
 */
export function draftSaver({ write, remember, tell }: Keeping) {
  let waiting: Draft = {};
  let leaving: Draft = {};
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (Object.keys(waiting).length > 0) {
      leaving = waiting;
      waiting = {};
      try {
        await write(leaving);
      } catch {
        waiting = { ...leaving, ...waiting };
        writing = undefined;
        return tell('failed');
      }
    }
    leaving = {};
    writing = undefined;
    remember(null);
    tell('saved');
  }

  return {
    /** Takes a patch and begins to write it. */
    save(patch: Draft): void {
      waiting = { ...waiting, ...patch };
      remember({ ...leaving, ...waiting });
      tell('saving');
      writing ??= writeAll();
    },
    /** Waits until all that was entered is kept; false where it could not be. */
    async settled(): Promise<boolean> {
      await writing;
      return Object.keys(waiting).length === 0;
    },
  };
}
