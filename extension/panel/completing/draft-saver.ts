/** Saves what is entered, at once and in order, one strict transaction at a time. */
import type { Draft } from './starting-draft.ts';

export type SavingState = 'saved' | 'saving' | 'failed';

/**
 * Makes a saver. Patches that come while one is being written are written together after it; a patch that could not be
 * written is kept and goes along with the next.
 * @param write writes a patch durably; false or a rejection means that it is not kept.
 * @param tell hears how the saving stands.
 */
export function draftSaver(write: (patch: Draft) => Promise<boolean>, tell: (state: SavingState) => void) {
  let waiting: Draft = {};
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (Object.keys(waiting).length > 0) {
      const patch = waiting;
      waiting = {};
      const kept = await write(patch).catch(() => false);
      if (kept) continue;
      waiting = { ...patch, ...waiting };
      writing = undefined;
      return tell('failed');
    }
    writing = undefined;
    tell('saved');
  }

  return {
    /** Takes a patch and begins to write it. */
    save(patch: Draft): void {
      waiting = { ...waiting, ...patch };
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
