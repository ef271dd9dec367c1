/**
 * Which column holds what class of data: the one table that sealing, migration and the test that greps the disk read.
 *
 * - `clear`: ids without meaning, codes of the vocabularies, states, counts, the server's own instants, names of institutions.
 * - `sealed`: what a record says and who wrote it; under the key of its subject.
 * - `linked`: what must be found again without being readable: a keyed hash stands in its column, the value is sealed.
 * - `directory`: names of officials and accounts; under the key of the institution that keeps them.
 *
 * Tables that are not named here are clear as a whole, but for `matter_named.official_id`, which is a bare link.
 * Tables of better-auth: `server/access/sealed-adapter.ts`. Evidence files: `server/evidence/sealed-file.ts`.
 */
import type { OpenRows } from '../store/schema.ts';

export type DataClass = 'clear' | 'sealed' | 'linked' | 'directory';

/** The column that holds a row's sealed values, in every table that has any. */
export const sealedColumn = 'sealed';

export const classes = {
  record: {
    id: 'clear',
    institution_id: 'clear',
    handler_id: 'clear',
    recorder_id: 'linked',
    capture_id: 'linked',
    state: 'clear',
    version: 'clear',
    case_text: 'sealed',
    capture: 'sealed',
    details: 'sealed',
    actor_official_id: 'linked',
    matter_id: 'clear',
    captured_at: 'sealed',
    received_at: 'clear',
    submitted_at: 'clear',
    updated_at: 'clear',
  },
  matter: {
    id: 'clear',
    institution_id: 'clear',
    committee_id: 'clear',
    state: 'clear',
    version: 'clear',
    opened_at: 'clear',
    updated_at: 'clear',
    record_ids: 'sealed',
    case_text: 'sealed',
    actor_text: 'sealed',
    screening_opinion: 'clear',
    determination: 'clear',
    official_id: 'linked',
    capacity: 'clear',
    conducts: 'clear',
    typical_circumstances: 'clear',
    typical_case: 'clear',
    release_scope: 'clear',
    released_at: 'clear',
    released_on: 'clear',
    outcomes: 'clear',
    corrected: 'clear',
    retracted: 'clear',
    disclosed: 'clear',
  },
  official: {
    id: 'clear',
    name: 'directory',
    pinyin: 'directory',
    initials: 'directory',
    organ_kind: 'clear',
    organ: 'directory',
    post: 'directory',
    rank: 'clear',
    retired: 'clear',
    institution_id: 'clear',
    managing_party_id: 'clear',
    reports_to_id: 'clear',
    posts: 'directory',
  },
  credential: {
    id: 'clear',
    token_hash: 'clear',
    purpose: 'clear',
    account_id: 'clear',
    institution_id: 'clear',
    label: 'directory',
    issued_at: 'clear',
    revoked_at: 'clear',
  },
  self_check: {
    id: 'clear',
    official_id: 'clear',
    year: 'clear',
    version: 'clear',
    submission: 'sealed',
    submitted_at: 'clear',
  },
  evidence: {
    id: 'clear',
    record_id: 'clear',
    sha256: 'sealed',
    media_type: 'clear',
    bytes: 'clear',
    received_at: 'clear',
  },
} as const satisfies { [Table in keyof OpenRows]: Record<keyof OpenRows[Table], DataClass> };

/** What a linked column points at: equal values of one scope are found again across tables. */
export const linkScopes = {
  recorder_id: 'account',
  capture_id: 'capture',
  actor_official_id: 'official',
  official_id: 'official',
} as const;

export type LinkScope = (typeof linkScopes)[keyof typeof linkScopes];
