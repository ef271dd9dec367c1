/**
 * The addresses of better-auth that this product uses. Its others (changing names and addresses, asking whether a user name
 * is taken, listing sessions …) are not mounted: what nobody needs, nobody can try.
 */
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { describe } from '../platform/describe.ts';
import { brakeByAddress } from './address-brake.ts';
import { removeExpired } from './authentication.ts';
import { type Env, guard } from './guard.ts';
import { SignInBrake } from './sign-in-brake.ts';

/** Ending a session needs nothing but it; a device code of 40 signs cannot be guessed, and better-auth slows its polling. */
const open = ['sign-out', 'device/token'] as const;

/** A device code answered: the extension gets a session of whoever approves, so only whose work needs it may. */
const answers = { approve: '批准浏览器扩展的连接 / Approve an extension', deny: '拒绝连接 / Deny it' } as const;

export function mountAuthentication(app: Hono<Env>): void {
  const brake = new SignInBrake(() => Date.now());
  app.post('/api/auth/sign-in/username', brakeByAddress({ burst: 240, perSecond: 5 }), async (context) => {
    const typed = typedName.safeParse(
      await context.req.raw
        .clone()
        .json()
        .catch(() => null),
    );
    const name = typed.data?.username ?? '';
    brake.requireReleased(name);
    const answer = await answeredByAuthentication(context);
    brake.note(name, answer.ok);
    return answer;
  });
  // Anybody may ask for a code: those that nobody answered must not pile up.
  app.post('/api/auth/device/code', brakeByAddress({ burst: 120, perSecond: 2 }), async (context) => {
    await removeExpired(context.var.platform.authentication);
    return answeredByAuthentication(context);
  });
  // Eight signs that a person compares can be tried: not often within their quarter of an hour.
  app.get('/api/auth/device', brakeByAddress({ burst: 120, perSecond: 2 }), answeredByAuthentication);
  for (const name of open) app.post(`/api/auth/${name}`, answeredByAuthentication);
  for (const [name, summary] of Object.entries(answers)) {
    app.post(
      `/api/auth/device/${name}`,
      guard('device:approve'),
      describe('连接与会话', summary, z.object({ success: z.literal(true) })),
      answeredByAuthentication,
    );
  }
}

const typedName = z.object({ username: z.string().max(100) });

async function answeredByAuthentication(context: Context<Env>): Promise<Response> {
  const answer = await context.var.platform.authentication.handler(context.req.raw);
  // What it could not do is the store's refusal: better-auth has written why to the server's own log.
  if (answer.status >= 500) throw new ProblemError('unavailable');
  return answer;
}
