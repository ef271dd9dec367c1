/**
 * Who may do what: one table, role × relation → action. Routes, buttons, permission tests and documentation read it.
 * A relation says how the account stands to the thing it reaches for; `server/access/relation.ts` finds it.
 */
import type { Role } from '../vocabulary.ts';

/**
 * - `own`: the account made it (a recorder's record, a leader's self-check, an account's own session)
 * - `own-institution`: the account's institution handles it
 * - `subordinate-institution`: an institution below the account's own handles it
 * - `addressee`: it was referred to the account's committee, or copied to its organ
 * - `named`: it names the account's own official or somebody that one reports to: nobody handles that (rule 6)
 * - `any`: no thing in particular (a list, which then holds only what the relations above admit)
 */
export type Relation = 'own' | 'own-institution' | 'subordinate-institution' | 'addressee' | 'named' | 'any';

type Grant = Partial<Record<Role, readonly Relation[]>>;

const everyRole = (...relations: Relation[]): Grant => ({
  recorder: relations,
  reviewer: relations,
  committee: relations,
  discipline: relations,
  hr: relations,
  leader: relations,
  auditor: relations,
  administrator: relations,
});

export const permissions = {
  'session:read': everyRole('own'),
  'second-factor:enrol': everyRole('own'),
  'password:change': everyRole('own'),
  'device:approve': { recorder: ['own'] },
  'credential:issue': { recorder: ['own'] },
  'credential:revoke': { recorder: ['own'] },
  'capture:write': { recorder: ['own'] },
  'record:list': { recorder: ['any'], reviewer: ['any'] },
  'record:read': { recorder: ['own'], reviewer: ['own-institution', 'subordinate-institution'] },
  'receipt:read': { recorder: ['own'] },
  'record:submit': { recorder: ['own'] },
  'record:withdraw': { recorder: ['own'] },
  'record:accept': { reviewer: ['own-institution'] },
  'record:return': { reviewer: ['own-institution'] },
  'evidence:add': { recorder: ['own'] },
  'evidence:read': { recorder: ['own'], reviewer: ['own-institution'] },
  'matter:list': { reviewer: ['any'], committee: ['any'], discipline: ['any'] },
  'matter:read': { reviewer: ['own-institution'], committee: ['addressee'], discipline: ['addressee'] },
  'matter:screen': { reviewer: ['own-institution'] },
  'matter:shelve': { reviewer: ['own-institution'] },
  'matter:refer': { reviewer: ['own-institution'] },
  'matter:reopen': { reviewer: ['own-institution'] },
  'matter:study': { committee: ['addressee'] },
  'matter:determine': { committee: ['addressee'] },
  'matter:approve': { committee: ['addressee'] },
  'matter:release': { committee: ['addressee'] },
  'matter:close': { committee: ['addressee'] },
  'matter:disclose': { committee: ['addressee'] },
  'matter:correct': { committee: ['addressee'] },
  'matter:record-outcome': { committee: ['addressee'], discipline: ['addressee'] },
  'directory:search': { recorder: ['any'], reviewer: ['any'], committee: ['any'], discipline: ['any'], hr: ['any'] },
  'feed:read': { hr: ['any'] },
  'statistics:read': { hr: ['any'] },
  'self-check:read': { leader: ['own'] },
  'self-check:submit': { leader: ['own'] },
  'reading-log:read': { auditor: ['own-institution', 'any'] },
  'account:list': { administrator: ['any'] },
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof permissions;

/**
 * Whether a role that stands in these relations may do an action.
 * Being named overrides every other relation (rule 6).
 */
export function may(role: Role, action: Action, relations: readonly Relation[]): boolean {
  if (relations.includes('named')) return false;
  const granted: readonly Relation[] = (permissions[action] as Grant)[role] ?? [];
  return relations.some((relation) => granted.includes(relation));
}

/** The actions that show what others did or who they are. */
const showing = [
  'record:read',
  'evidence:read',
  'matter:read',
  'feed:read',
  'reading-log:read',
  'account:list',
] as const satisfies readonly Action[];

/** Whether a role sees more than its own: then a password alone is not enough to sign in. */
export function needsSecondFactor(role: Role): boolean {
  return showing.some((action) => {
    const granted: readonly Relation[] = (permissions[action] as Grant)[role] ?? [];
    return granted.some((relation) => relation !== 'own');
  });
}

/**
 * Routes that nobody needs an account for, each with its reason. Every other route names its action in a guard; a test
 * compares this list with what is mounted.
 */
export const publicRoutes: Readonly<Record<string, string>> = {
  'GET /api/connection': 'an extension compares the key before anybody signs in',
  'POST /api/auth/sign-in/username': 'signing in comes before an account is known',
  'POST /api/second-factor/answer': 'the second step of signing in: the account is known by the cookie of the first',
  'POST /api/auth/sign-out': 'ends the session that it comes with, and needs none',
  'POST /api/auth/device/code': 'an extension asks for a code before anybody signs in',
  'POST /api/auth/device/token': 'the extension shows its device code, which only it knows',
  'GET /api/auth/device': 'says of a code whether it still waits; a code belongs to nobody yet',
  'GET /healthz': 'says only that the server answers',
  'GET /openapi.json': 'describes the routes and holds nothing of any record',
  'GET /docs': 'the same for people',
  'GET /docs/start.js': 'a script of that page',
  'GET /docs/:asset': 'a script or style of that page',
  'GET /*': 'the page of the console, the same for everyone; what it shows comes from guarded routes',
  'ALL /assets/*': 'scripts and styles of that page',
};
