/**
 * The tables of the store. `event` is the truth; every other table of ours is a projection that `recompute` can rebuild.
 * SQL stays within what SQLite and PostgreSQL share: JSON is text, booleans are 0 and 1, instants are ISO text.
 */
import type { classes } from '../sealing/classes.ts';

/** What an event can be about. A cover says nothing: it keeps the growth of a log even. */
export type SubjectKind = 'institution' | 'official' | 'credential' | 'record' | 'matter' | 'self-check' | 'cover';

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
  /** How the leaf's content is composed: 1 without the subject's kind and the actor, 2 with them. */
  leaf_form: number;
  /** The leaf's entry in the log: SHA-256 of salt and canonical content, hexadecimal. */
  commitment: string;
  /** Actor, body and salt, sealed: a salt in the open would let contents be guessed. */
  sealed: string;
}

/** The signed head of a log after each batch that made it grow: receipts refer to these. */
export interface CheckpointTable {
  institution_id: string;
  size: number;
  /** Hexadecimal. */
  root: string;
  /** The signed note as text (C2SP signed-note). */
  note: string;
}

/** Full tiles of a log (C2SP tlog-tiles); partial ones follow from the events behind them. */
export interface TileTable {
  institution_id: string;
  level: number;
  tile_index: number;
  /** 256 hashes of 32 bytes, base64url. */
  hashes: string;
}

/** Keys of the whole server, under the master key: `link`, `accounts`, `session`, `backup`, `signing`. */
export interface ServerKeyTable {
  name: string;
  generation: number;
  master_id: string;
  wrapped: string;
  made_at: string;
  /** `signing`: the note by which the key before named this one; else empty. */
  succession: string;
}

/** An institution's keys, under the master key; the newest generation seals. */
export interface InstitutionKeyTable {
  institution_id: string;
  generation: number;
  master_id: string;
  wrapped: string;
  made_at: string;
}

/** The key of one record, matter or self-check, under a generation of its institution's key. */
export interface SubjectKeyTable {
  subject_id: string;
  institution_id: string;
  generation: number;
  wrapped: string;
}

/** Work that a start does once, after the steps of the schema. */
export interface ChoreTable {
  name: string;
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

export interface OfficialRow {
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

export interface CredentialRow {
  id: string;
  token_hash: string;
  purpose: 'capture' | 'feed';
  account_id: string | null;
  institution_id: string;
  label: string;
  issued_at: string;
  revoked_at: string | null;
}

export interface RecordRow {
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

export interface MatterRow {
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

/** Which officials a matter names, by keyed hash: nobody handles what names them or whom they report to (rule 6). */
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

export interface SelfCheckRow {
  id: string;
  official_id: string;
  year: number;
  version: number;
  submission: string;
  submitted_at: string;
}

export interface EvidenceRow {
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

/** The rows as features work with them: open. */
export interface OpenRows {
  record: RecordRow;
  matter: MatterRow;
  official: OfficialRow;
  credential: CredentialRow;
  self_check: SelfCheckRow;
  evidence: EvidenceRow;
}

export type SealedTable = keyof OpenRows;

/** Columns whose values stand in a row's `sealed` column only. */
type Hidden<Table extends SealedTable> = {
  [Column in keyof OpenRows[Table]]: (typeof classes)[Table][Column & keyof (typeof classes)[Table]] extends
    | 'sealed'
    | 'directory'
    ? Column
    : never;
}[keyof OpenRows[Table]];

/** A row as it lies in the store: what `classes` hides is in `sealed`, and a linked column holds its keyed hash. */
export type StoredRow<Table extends SealedTable> = Omit<OpenRows[Table], Hidden<Table>> & { sealed: string };

export interface Schema {
  event: EventTable;
  chore: ChoreTable;
  log_head: LogHeadTable;
  checkpoint: CheckpointTable;
  tile: TileTable;
  server_key: ServerKeyTable;
  institution_key: InstitutionKeyTable;
  subject_key: SubjectKeyTable;
  institution: InstitutionTable;
  official: StoredRow<'official'>;
  credential: StoredRow<'credential'>;
  record: StoredRow<'record'>;
  matter: StoredRow<'matter'>;
  matter_named: MatterNamedTable;
  released_matter: ReleasedMatterTable;
  tally: TallyTable;
  feed_change: FeedChangeTable;
  self_check: StoredRow<'self_check'>;
  evidence: StoredRow<'evidence'>;
  reading: ReadingTable;
  user: AccountTable;
}
