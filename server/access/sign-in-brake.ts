/**
 * Slows the guessing of one account's password: after some failures in a row its sign-in rests, longer each time. Kept in
 * memory; the limit of a whole address belongs to the reverse proxy of the institution.
 */
import { ProblemError } from '../../shared/problem.ts';

/** Failures in a row that cost nothing: a slip of the finger, the old password. */
const free = 5;
const firstRest = 15_000;
const longestRest = 15 * 60_000;
/** User names remembered at most: made-up ones fill no memory. */
const mostNames = 10_000;

interface Failures {
  inARow: number;
  /** Epoch milliseconds. */
  restsUntil: number;
}

export class SignInBrake {
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws {ProblemError} `too-many-attempts` while the sign-in of a user name rests */
  requireReleased(username: string): void {
    const known = this.#failures.get(username.toLowerCase());
    if (known && known.restsUntil > this.#now()) throw new ProblemError('too-many-attempts');
  }

  /** Notes how an attempt ended. */
  note(username: string, succeeded: boolean): void {
    const name = username.toLowerCase();
    const inARow = (this.#failures.get(name)?.inARow ?? 0) + 1;
    // Deleted first, so that the map's order is that of the last failures.
    this.#failures.delete(name);
    if (succeeded) return;
    const rest = inARow < free ? 0 : Math.min(firstRest * 2 ** (inARow - free), longestRest);
    this.#failures.set(name, { inARow, restsUntil: this.#now() + rest });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > mostNames && oldest !== undefined) this.#failures.delete(oldest);
  }
}
