/** Enrolling a second factor, and answering for it at sign-in. */
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { describe, validated } from '../platform/describe.ts';
import { brakeByAddress } from './address-brake.ts';
import { type Env, guard } from './guard.ts';
import { answerChallenge, type BegunSession, challengeCookieName, confirmEnrolment, enrol } from './second-factor.ts';
import { UsedCodes } from './used-codes.ts';

const tag = '连接与会话';

const sixDigits = z.string().regex(/^\d{6}$/, '请输入 6 位数字');
const enrolmentSchema = z.object({
  secret: z.string().describe('Base32 (RFC 4648)'),
  address: z.string().describe('otpauth:// address for a QR code'),
  backupCodes: z.array(z.string()).describe('Each good once; shown this once'),
});
const begunSchema = z.object({
  token: z.string().describe('The session, for programs; pages have it in their cookie'),
});
const answerSchema = z.union([
  z.strictObject({ code: sixDigits }),
  z.strictObject({ backupCode: z.string().trim().min(1).max(40) }),
]);

export function mountSecondFactor(app: Hono<Env>): void {
  const used = new UsedCodes(Date.now);

  app.post(
    '/api/second-factor',
    guard('second-factor:enrol'),
    describe(tag, '绑定动态验证码：生成密钥 / Begin to enrol an authenticator app', enrolmentSchema),
    validated('json', z.object({ password: z.string().max(200) })),
    async (context) => {
      const { platform, viewer } = context.var;
      const { password } = context.req.valid('json');
      return context.json(await enrol(platform.authentication, context.req.raw.headers, viewer.username, password));
    },
  );

  app.post(
    '/api/second-factor/confirm',
    guard('second-factor:enrol'),
    describe(tag, '绑定动态验证码：确认 / Confirm it by its first code', begunSchema),
    validated('json', z.object({ code: sixDigits })),
    async (context) => {
      const { platform, viewer } = context.var;
      const { code } = context.req.valid('json');
      const { headers } = context.req.raw;
      return signedIn(context, await confirmEnrolment(platform.authentication, headers, viewer.accountId, code, used));
    },
  );

  app.post(
    '/api/second-factor/answer',
    brakeByAddress({ burst: 240, perSecond: 5 }),
    describe(tag, '登录第二步：动态验证码或备用码 / Answer with a code or a backup code', begunSchema),
    validated('json', answerSchema),
    async (context) => {
      const { authentication } = context.var.platform;
      const challenge = getCookie(context, await challengeCookieName(authentication));
      if (!challenge) throw new ProblemError('sign-in-expired');
      // By the cookie of the begun sign-in alone: a session that happens to be there as well answers for nothing.
      const headers = new Headers({ cookie: context.req.header('cookie') ?? '' });
      const answer = context.req.valid('json');
      return signedIn(context, await answerChallenge(authentication, headers, challenge, answer, used));
    },
  );
}

function signedIn(context: Context<Env>, { token, cookies }: BegunSession): Response {
  for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true });
  return context.json({ token });
}
