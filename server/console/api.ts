/** Calls to the server: JSON in, JSON out, every refusal a `CallError` that carries the server's problem. */
import type { Problem } from '../../shared/problem.ts';

/** A call that was refused (`problem`), or that did not get through (null). */
class CallError extends Error {
  readonly problem: Problem | null;
  constructor(problem: Problem | null) {
    super(problem?.titleEn ?? 'The server cannot be reached');
    this.name = 'CallError';
    this.problem = problem;
  }
}

/** The problem behind an error of a query or a mutation; null where the server was not reached. */
export const problemOf = (error: unknown): Problem | null => (error instanceof CallError ? error.problem : null);

/** Whether an error says that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => problemOf(error)?.status === 401;

export interface CallOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Calls a route of the server.
 * @param address such as `/api/records`
 * @throws {CallError}
 */
export async function call<Answer>(address: string, { method, body, signal }: CallOptions = {}): Promise<Answer> {
  const response = await fetch(address, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  }).catch((error) => {
    if (signal?.aborted) throw error;
    throw new CallError(null);
  });
  if (response.ok) return response.json();
  throw new CallError(await readProblem(response));
}

/** A proxy's own error page is no problem document: its status is all there is to tell. */
async function readProblem(response: Response): Promise<Problem | null> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const told = isJson ? await response.json().catch(() => null) : null;
  if (typeof told?.title === 'string') return told;
  if (response.status >= 500) return null;
  return {
    type: 'about:blank',
    status: response.status,
    title: '服务器没有接受此请求，请刷新页面后重试',
    titleEn: 'The server did not take this request: reload the page and try again',
  };
}

/** An address with its query; empty values are left out. */
export function address(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
