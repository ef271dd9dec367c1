/** Who is signed in, what the server is, and the credentials of the viewer's own extensions. */
import type { Hono } from 'hono';
import { z } from 'zod';
import {
  type Connection,
  connectionSchema,
  credentialRequest,
  type IssuedCredential,
  issuedCredentialSchema,
  type Session,
  sessionSchema,
} from '../../shared/access/session.ts';
import { identifier, instant } from '../../shared/record/capture.ts';
import { subjectParam } from '../../shared/request.ts';
import type { InstitutionKind } from '../../shared/vocabulary.ts';
import { type Env, guard } from '../access/guard.ts';
import { issueCredential, revokeCredential } from '../credentials/credentials.ts';
import { describe, validated } from '../platform/describe.ts';
import { sealingOf } from '../sealing/sealing.ts';

const tag = '连接与会话';

const credentialListSchema = z.object({
  items: z.array(z.object({ id: identifier, label: z.string(), issuedAt: instant, revokedAt: instant.nullable() })),
});

export function mountSession(app: Hono<Env>): void {
  app.get(
    '/api/connection',
    describe(tag, '服务器公钥与指纹（公开） / The server and its key', connectionSchema),
    (context) => {
      const { signing } = context.var.platform.keys;
      const connection: Connection = {
        product: 'liuhen',
        publicKey: signing.publicKeyHex,
        fingerprint: signing.fingerprint,
      };
      return context.json(connection);
    },
  );

  app.get(
    '/api/session',
    guard('session:read'),
    describe(tag, '当前登录账号 / Who is signed in', sessionSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id, name, kind } = await platform.db
        .selectFrom('institution')
        .select(['id', 'name', 'kind'])
        .where('id', '=', viewer.institutionId)
        .executeTakeFirstOrThrow();
      const session: Session = {
        accountId: viewer.accountId,
        name: viewer.name,
        username: viewer.username,
        role: viewer.role,
        institution: { id, name, kind: kind as InstitutionKind },
        demonstration: platform.demonstration,
      };
      return context.json(session);
    },
  );

  app.post(
    '/api/capture-credentials',
    guard('credential:issue'),
    describe(tag, '签发留痕凭据（仅可写入留痕） / Issue a capture credential', issuedCredentialSchema, 201),
    validated('json', credentialRequest),
    async (context) => {
      const { platform, viewer } = context.var;
      const issued = await platform.committer.submit(
        issueCredential({
          purpose: 'capture',
          account_id: viewer.accountId,
          institution_id: viewer.institutionId,
          label: context.req.valid('json').label,
        }),
      );
      const { case_system_origins } = await platform.db
        .selectFrom('institution')
        .select('case_system_origins')
        .where('id', '=', viewer.institutionId)
        .executeTakeFirstOrThrow();
      const answer: IssuedCredential = { ...issued, caseSystemOrigins: JSON.parse(case_system_origins) };
      return context.json(answer, 201);
    },
  );

  app.get(
    '/api/capture-credentials',
    guard('credential:issue'),
    describe(tag, '已连接的浏览器 / Connected browsers', credentialListSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const rows = await platform.db
        .selectFrom('credential')
        .selectAll()
        .where('account_id', '=', viewer.accountId)
        .orderBy('issued_at', 'desc')
        .limit(100)
        .execute();
      const open = await sealingOf(platform.db).openRows(platform.db, 'credential', rows);
      return context.json({
        items: open.map(({ id, label, issued_at: issuedAt, revoked_at: revokedAt }) => ({
          id,
          label,
          issuedAt,
          revokedAt,
        })),
      });
    },
  );

  app.delete(
    '/api/capture-credentials/:id',
    guard('credential:revoke'),
    describe(tag, '吊销留痕凭据 / Revoke a capture credential', z.object({ revoked: z.literal(true) })),
    validated('param', subjectParam),
    async (context) => {
      const { platform, viewer } = context.var;
      await platform.committer.submit(revokeCredential(context.req.valid('param').id, viewer.accountId));
      return context.json({ revoked: true });
    },
  );
}
