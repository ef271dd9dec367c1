/** What every room of the panel stands in: the notes around it, the connection, and where it may lead. */
import type { Note } from '../outbox/note.ts';

export interface Surroundings {
  /** All notes on this computer, newest first. */
  readonly notes: readonly Note[];
  /** The account that is connected; null where the extension holds no capture credential. */
  readonly accountId: string | null;
  /** Whether the judge's session is alive: reading and submitting need it, captures do not. */
  readonly signedIn: boolean;
  /** Leads to connecting, or to signing in again, which is the same. */
  readonly onConnect: () => void;
  /** Hears whether a note was undone in time. */
  readonly onUndone: (removed: boolean) => void;
}
