/** Changing one's own password. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { longestPassword, type PasswordFlaw, passwordFlaw } from '../../shared/access/password.ts';
import { ProblemError } from '../../shared/problem.ts';
import { describe, validated } from '../platform/describe.ts';
import { type Env, guard } from './guard.ts';
import { refused } from './second-factor.ts';

const flaws: Record<PasswordFlaw, string> = {
  short: '新密码至少 12 个字符',
  long: '新密码最多 128 个字符',
  common: '新密码过于常见或包含姓名、用户名，请更换',
};

export function mountPassword(app: Hono<Env>): void {
  app.post(
    '/api/password',
    guard('password:change'),
    describe(
      '连接与会话',
      '修改本人密码，其他会话随即退出 / Change the own password',
      z.object({ changed: z.literal(true) }),
    ),
    validated('json', z.object({ current: z.string().max(longestPassword), next: z.string().max(1000) })),
    async (context) => {
      const { platform, viewer } = context.var;
      const { current, next } = context.req.valid('json');
      const flaw = passwordFlaw(next, [viewer.username, viewer.name]);
      if (flaw) throw new ProblemError('invalid-input', { fields: [{ path: 'next', message: flaws[flaw] }] });
      const { headers } = await platform.authentication.api
        .changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: context.req.raw.headers,
          returnHeaders: true,
        })
        .catch(refused);
      for (const cookie of headers.getSetCookie()) context.header('Set-Cookie', cookie, { append: true });
      return context.json({ changed: true });
    },
  );
}
