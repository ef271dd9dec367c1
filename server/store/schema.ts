/**
 * The tables of the store. `event` is the truth; every other table of ours is a projection that `recompute` can rebuild.
 * SQL stays within what SQLite and PostgreSQL share: JSON is text, booleans are 0 and 1, instants are ISO text.
 */

/** What an event can be about. */
export type SubjectKind = 'institution' | 'official' | 'credential' | 'record' | 'matter' | 'self-check';

export interface EventTable {
  /** The institution leads the key: each has its own log. */
  institution_id: string;
  /** Place in the institution's log, from 0. */
  position: number;
  subject_kind: SubjectKind;
  subject_id: string;
  /** Place in the subject's own history, from 1. */
  subject_version: number;
  type: string;
  at: string;
  actor_id: string | null;
  /** How `body` is written: `clear` is canonical JSON. */
  codec: string;
  body: string;
  salt: string;
  leaf_hash: string;
}

export interface LogHeadTable {
  institution_id: string;
  size: number;
}

export interface InstitutionTable {
  id: string;
  name: string;
  kind: string;
  level: string;
  code: string;
  division: string;
  superior_id: string | null;
  committee_id: string | null;
  party_id: string | null;
  time_zone: string;
  case_system_origins: string;
}

export interface OfficialTable {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  organ_kind: string;
  organ: string;
  post: string;
  rank: string;
  retired: number;
  /** The institution of ours where the official serves, where there is one. */
  institution_id: string | null;
  /** The party committee that manages the official (干部管理权限). */
  managing_party_id: string;
  /** The official whom this one reports to. */
  reports_to_id: string | null;
  /** Posts with dates, newest last: an official who moves keeps one history. */
  posts: string;
}

export interface CredentialTable {
  id: string;
  token_hash: string;
  purpose: 'capture' | 'feed';
  account_id: string | null;
  institution_id: string;
  label: string;
  issued_at: string;
  revoked_at: string | null;
}

export interface RecordTable {
  id: string;
  institution_id: string;
  /** The institution that handles it: the recorder's own, or the lowest above it that is not concerned (rule 6). */
  handler_id: string;
  recorder_id: string;
  capture_id: string;
  state: string;
  version: number;
  case_text: string;
  capture: string;
  details: string | null;
  actor_official_id: string | null;
  matter_id: string | null;
  captured_at: string;
  received_at: string;
  submitted_at: string | null;
  updated_at: string;
}

export interface MatterTable {
  id: string;
  institution_id: string;
  committee_id: string | null;
  state: string;
  version: number;
  opened_at: string;
  updated_at: string;
  record_ids: string;
  case_text: string;
  actor_text: string;
  screening_opinion: string | null;
  determination: string | null;
  official_id: string | null;
  capacity: string | null;
  conducts: string;
  typical_circumstances: string;
  typical_case: number;
  release_scope: string | null;
  released_at: string | null;
  /** The day of the release in the institution's zone: its year is the feeds' year. */
  released_on: string | null;
  outcomes: string;
  corrected: number;
  retracted: number;
  disclosed: number;
}

/** Which officials a matter names: nobody handles what names them or whom they report to (rule 6). */
export interface MatterNamedTable {
  matter_id: string;
  official_id: string;
}

/** A released matter as the feeds and the official concerned see it; the row exists from the release on, never before. */
export interface ReleasedMatterTable {
  matter_id: string;
  official_id: string;
  year: number;
  released_on: string;
  capacity: string;
  determination: string;
  conducts: string;
  typical_circumstances: string;
  typical_case: number;
  outcomes: string;
  corrected: number;
  retracted: number;
}

/** Counts of released matters, one row for each code of each dimension. */
export interface TallyTable {
  official_id: string;
  year: number;
  dimension: string;
  code: string;
  count: number;
}

/** The version of the feeds at which an official's row of a year last changed; year 0: the rows of all years. */
export interface FeedChangeTable {
  official_id: string;
  year: number;
  version: number;
}

export interface SelfCheckTable {
  id: string;
  official_id: string;
  year: number;
  version: number;
  submission: string;
  submitted_at: string;
}

export interface EvidenceTable {
  id: string;
  record_id: string;
  sha256: string;
  media_type: string;
  bytes: number;
  received_at: string;
}

export interface ReadingTable {
  viewer_id: string;
  viewer_role: string;
  subject_kind: string;
  subject_id: string;
  institution_id: string;
  /** The hour, such as 2026-10-08T06: one line for each viewer, subject and hour. */
  hour: string;
}

/** The accounts, kept by better-auth. */
export interface AccountTable {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  username: string | null;
  displayUsername: string | null;
  role: string;
  institutionId: string;
  officialId: string | null;
}

export interface Schema {
  event: EventTable;
  log_head: LogHeadTable;
  institution: InstitutionTable;
  official: OfficialTable;
  credential: CredentialTable;
  record: RecordTable;
  matter: MatterTable;
  matter_named: MatterNamedTable;
  released_matter: ReleasedMatterTable;
  tally: TallyTable;
  feed_change: FeedChangeTable;
  self_check: SelfCheckTable;
  evidence: EvidenceTable;
  reading: ReadingTable;
  user: AccountTable;
}
