/** What `GET /api/session` answers: who is signed in, and what the server calls itself. */
import { z } from 'zod';
import { identifier } from '../record/capture.ts';
import { codesOf, institutionKinds, roles } from '../vocabulary.ts';

export const sessionSchema = z.object({
  accountId: identifier,
  name: z.string(),
  username: z.string(),
  role: z.enum(codesOf(roles)),
  institution: z.object({ id: identifier, name: z.string(), kind: z.enum(codesOf(institutionKinds)) }),
  demonstration: z.boolean(),
});

/** What `GET /api/connection` answers to an extension before anybody signs in. */
export const connectionSchema = z.object({
  product: z.literal('liuhen'),
  publicKey: z.string().describe('Raw Ed25519 public key, hexadecimal'),
  fingerprint: z.string(),
});

/** The body of `POST /api/capture-credentials`: by what the recorder will know the browser again. */
export const credentialRequest = z.object({ label: z.string().trim().max(100).default('') });

/** What `POST /api/capture-credentials` answers, once: the credential itself is never shown again. */
export const issuedCredentialSchema = z.object({
  credentialId: identifier,
  token: z.string(),
  caseSystemOrigins: z.array(z.string()).describe('Match patterns of the case systems that the institution has named'),
});

export type Session = z.output<typeof sessionSchema>;
export type Connection = z.output<typeof connectionSchema>;
export type IssuedCredential = z.output<typeof issuedCredentialSchema>;
