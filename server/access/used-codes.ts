/** A code of an authenticator app is good once (RFC 6238, 5.2), though it stays valid for a minute and a half. */

const validFor = 90_000;

export class UsedCodes {
  readonly #now: () => number;
  /** Account and code → when it may be forgotten, in epoch milliseconds. */
  readonly #until = new Map<string, number>();

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes a code, so that nobody else can; false where it was taken before. */
  take(accountId: string, code: string): boolean {
    const now = this.#now();
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    const key = `${accountId}:${code}`;
    if (this.#until.has(key)) return false;
    this.#until.set(key, now + validFor);
    return true;
  }

  /** Gives back a code that was not accepted. */
  giveBack(accountId: string, code: string): void {
    this.#until.delete(`${accountId}:${code}`);
  }
}
