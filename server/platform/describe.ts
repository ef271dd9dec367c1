/** Metadata and checks of a route, from the same zod schemas. */
import { describeRoute, resolver, validator as standardValidator } from 'hono-openapi';
import type { z } from 'zod';
import { ProblemError, problemSchema } from '../../shared/problem.ts';
import { speakChinese } from './input-wording.ts';

speakChinese();

/**
 * Describes a route for `/openapi.json`.
 * @param tag the feature, in Chinese as its pages name it
 */
export function describe(tag: string, summary: string, response: z.ZodType, status: 200 | 201 = 200) {
  return describeRoute({
    tags: [tag],
    summary,
    responses: {
      [status]: { description: '成功 / Success', content: { 'application/json': { schema: resolver(response) } } },
      default: {
        description: '问题详情 / Problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: resolver(problemSchema) } },
      },
    },
  });
}

/**
 * Checks a part of the request against a schema.
 * @throws {ProblemError} `invalid-input` with the fields concerned.
 */
export function validated<Target extends 'json' | 'query' | 'param', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const whole = schema.superRefine((value, { addIssue }) => {
    const torn = tornText(value);
    if (torn) addIssue({ code: 'custom', path: torn, message: '含有不完整的字符，请删除后重新填写' });
  });
  return standardValidator(target, whole, (result) => {
    if (result.success) return;
    const fields = result.error.map(({ path = [], message }) => ({
      path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message,
    }));
    throw new ProblemError('invalid-input', { fields });
  });
}

/** Where a text holds half a character (a lone surrogate), which RFC 8785 cannot seal; null where none does. */
function tornText(value: unknown): string[] | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const within = tornText(member);
    if (within) return [key, ...within];
  }
  return null;
}
