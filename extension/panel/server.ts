/** Reading from the server with the judge's session, and the errors that this may end in. */
import type { Problem } from '../../shared/problem.ts';
import type { Term } from '../../shared/vocabulary.ts';
import { authorizedFetch } from '../connection/authorized-fetch.ts';
import { panelWording } from './wording.ts';

type ServerFailure = 'session-ended' | 'unreachable' | 'refused';

/** The server did not answer with what was asked for; `term` says why, in words for the judge. */
class ServerError extends Error {
  readonly failure: ServerFailure;
  readonly term: Term;
  constructor(failure: ServerFailure, term: Term) {
    super(term.en);
    this.name = 'ServerError';
    this.failure = failure;
    this.term = term;
  }
}

/**
 * Asks the server; the answer is what `shared/` says that the route answers.
 * @throws {ServerError} `session-ended` without a session, `unreachable` without an answer, `refused` with a problem.
 */
export async function askServer<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await authorizedFetch(path, init).catch(() => {
    throw new ServerError('unreachable', panelWording.failedToRead);
  });
  if (!response || response.status === 401) throw new ServerError('session-ended', panelWording.sessionExpired);
  if (response.ok) {
    const answer: Answer = await response.json();
    return answer;
  }
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  const { title, titleEn } = problem;
  throw new ServerError('refused', title && titleEn ? { zh: title, en: titleEn } : panelWording.failedToRead);
}

/** Posts JSON; see `askServer`. */
export function postToServer<Answer>(path: string, body: unknown): Promise<Answer> {
  return askServer(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The words of any error that a query may end in. */
export function termOf(error: unknown): Term {
  return error instanceof ServerError ? error.term : panelWording.failedToRead;
}
