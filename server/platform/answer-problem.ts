/** Turns errors into problem details (RFC 9457). An expected error says itself; anything else is ours, and is logged. */
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ProblemCode, ProblemError } from '../../shared/problem.ts';
import type { Env } from '../access/guard.ts';
import { isStoreFailure } from '../store/store-failure.ts';

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isStoreFailure(error)) return new ProblemError('unavailable');
  if (error instanceof HTTPException && error.status === 400)
    return new ProblemError('invalid-input', { detail: `请求内容无法解析 / ${error.message}` });
  if (error instanceof HTTPException && error.status === 403) return new ProblemError('not-found');
  return new ProblemError('internal');
}

/** Seconds after which it makes sense to ask again (RFC 9110, 10.2.3). */
const retryAfter: Partial<Record<ProblemCode, string>> = { unavailable: '5', 'too-many-attempts': '15' };

export const answerProblem: ErrorHandler<Env> = (error, context) => {
  const problem = problemOf(error);
  if (problem.code === 'internal' || problem.code === 'unavailable')
    console.error(problem.code, error, problem.cause ?? '');
  const body = problem.toProblem();
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  const wait = retryAfter[problem.code];
  if (wait) headers['Retry-After'] = wait;
  return context.body(JSON.stringify(body), body.status as 400, headers);
};

export const notFound: NotFoundHandler<Env> = (context) => answerProblem(new ProblemError('not-found'), context);
