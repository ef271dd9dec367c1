/**
 * Keeps one address from flooding the routes that need no account. In memory, for each process: a limit that wrote a row at
 * every request would cost more than the flood. It is generous, because a whole court may come through one reverse proxy,
 * which knows the real addresses and limits them more closely; `X-Forwarded-For` is anybody's to write and is not believed.
 */
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import type { Env } from './guard.ts';

/** Addresses remembered at most. */
const mostAddresses = 10_000;

export interface Allowance {
  /** Requests at once. */
  burst: number;
  perSecond: number;
}

interface Left {
  requests: number;
  /** Epoch milliseconds. */
  at: number;
}

/** A token bucket for each address. */
export class AddressBrake {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #left = new Map<string, Left>();

  /** @param now epoch milliseconds */
  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Counts a request of an address. @throws {ProblemError} `too-many-attempts` where its allowance is used up */
  count(address: string): void {
    const { burst, perSecond } = this.#allowance;
    const now = this.#now();
    const known = this.#left.get(address) ?? { requests: burst, at: now };
    const requests = Math.min(burst, known.requests + (Math.max(0, now - known.at) / 1000) * perSecond);
    // Deleted first, so that the map's order is that of the last requests.
    this.#left.delete(address);
    this.#left.set(address, { requests: Math.max(0, requests - 1), at: now });
    const [oldest] = this.#left.keys();
    if (this.#left.size > mostAddresses && oldest !== undefined) this.#left.delete(oldest);
    if (requests < 1) throw new ProblemError('too-many-attempts');
  }
}

/** What a request of the Node server carries beside it; in a test there is none. */
const connection = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** Stands before a public route. */
export function brakeByAddress(allowance: Allowance): MiddlewareHandler<Env> {
  const brake = new AddressBrake(allowance, Date.now);
  return async (context, next) => {
    const peer = connection.safeParse(context.env);
    brake.count(peer.data?.incoming.socket.remoteAddress ?? '');
    await next();
  };
}
