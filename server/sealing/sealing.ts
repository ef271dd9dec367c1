/** Rows and events between the store, where they lie sealed, and the features, which work with them open. */
import type { DialectAdapter, Kysely } from 'kysely';
import type { EventTable, OpenRows, Schema, SealedTable, StoredRow, SubjectKind } from '../store/schema.ts';
import { seal, UnsealError, unseal } from './aead.ts';
import { classes, type DataClass, type LinkScope, linkScopes, sealedColumn } from './classes.ts';
import type { InstitutionKey, Keyring } from './keyring.ts';

/** What an event seals. */
export interface SealedEvent {
  readonly actorId: string | null;
  readonly body: object;
  /** 32 random bytes in hexadecimal. */
  readonly salt: string;
}

/** Kinds whose subjects have a key of their own; the others lie under their institution's. */
const kindsWithKey: ReadonlySet<SubjectKind> = new Set(['record', 'matter', 'self-check']);

/** Under which key a table's rows lie: that of a subject, or that of an institution. */
const keepers: { [Table in SealedTable]: { subject: keyof OpenRows[Table] } | { institution: keyof OpenRows[Table] } } =
  {
    record: { subject: 'id' },
    matter: { subject: 'id' },
    self_check: { subject: 'id' },
    evidence: { subject: 'record_id' },
    official: { institution: 'managing_party_id' },
    credential: { institution: 'institution_id' },
  };

type Values = Record<string, unknown>;
type Entry = [column: string, dataClass: DataClass];

const entriesOf = Object.fromEntries(
  Object.entries(classes).map(([table, columns]) => [table, Object.entries(columns)]),
) as Record<SealedTable, Entry[]>;

export class Sealing {
  readonly keyring: Keyring;
  constructor(keyring: Keyring) {
    this.keyring = keyring;
  }

  /** The keyed hash by which a value is found in linked columns. */
  link(scope: LinkScope, value: string): string {
    return this.keyring.link(scope, value);
  }

  /** A row as it is stored. The key of its subject must be there already. */
  async sealRow<Table extends SealedTable>(
    db: Kysely<Schema>,
    table: Table,
    row: OpenRows[Table],
  ): Promise<StoredRow<Table>> {
    const values = row as unknown as Values;
    const stored: Values = {};
    const hidden: Values = {};
    for (const [column, dataClass] of entriesOf[table]) {
      const value = values[column];
      if (dataClass !== 'clear') hidden[column] = value;
      if (dataClass === 'clear') stored[column] = value;
      else if (dataClass === 'linked') stored[column] = typeof value === 'string' ? this.#link(column, value) : null;
    }
    stored[sealedColumn] = await this.#sealUnder(db, table, values, JSON.stringify(hidden));
    return stored as unknown as StoredRow<Table>;
  }

  #link(column: string, value: string): string {
    return this.keyring.link(linkScopes[column as keyof typeof linkScopes], value);
  }

  async #sealUnder(db: Kysely<Schema>, table: SealedTable, row: Values, text: string): Promise<string> {
    const keeper = keepers[table];
    if ('institution' in keeper) {
      const { generation, key } = await this.keyring.institutionKey(db, String(row[keeper.institution]));
      return `${generation}.${seal(key, placeOf(table, row), text)}`;
    }
    const id = String(row[keeper.subject]);
    const key = (await this.keyring.subjectKeys(db, [id])).get(id);
    if (!key) throw new UnsealError(`${table} ${id}`);
    return seal(key, placeOf(table, row), text);
  }

  /** @throws {UnsealError} where what is stored was altered, moved, or sealed under another key. */
  async openRow<Table extends SealedTable>(
    db: Kysely<Schema>,
    table: Table,
    stored: StoredRow<Table>,
  ): Promise<OpenRows[Table]> {
    const [row] = await this.openRows(db, table, [stored]);
    if (!row) throw new UnsealError(table);
    return row;
  }

  /** Rows of one table, in their order. @throws {UnsealError} as above */
  async openRows<Table extends SealedTable>(
    db: Kysely<Schema>,
    table: Table,
    stored: readonly StoredRow<Table>[],
  ): Promise<OpenRows[Table][]> {
    const keeper = keepers[table];
    const rows = stored as unknown as readonly Values[];
    const keys =
      'subject' in keeper
        ? await this.keyring.subjectKeys(
            db,
            rows.map((row) => String(row[keeper.subject as string])),
          )
        : null;
    const open: OpenRows[Table][] = [];
    for (const row of rows) {
      const sealed = String(row[sealedColumn]);
      const { [sealedColumn]: _sealed, ...clear } = row;
      const text =
        'subject' in keeper
          ? openUnder(keys?.get(String(row[keeper.subject as string])), placeOf(table, row), sealed)
          : await this.#openUnderInstitution(
              db,
              String(row[keeper.institution as string]),
              placeOf(table, row),
              sealed,
            );
      open.push({ ...clear, ...JSON.parse(text) } as OpenRows[Table]);
    }
    return open;
  }

  async #openUnderInstitution(db: Kysely<Schema>, institutionId: string, place: string, sealed: string) {
    const [generation = '', text = ''] = sealed.split('.');
    const key = await this.keyring.institutionKeyOf(db, institutionId, Number(generation));
    return openUnder(key, place, text);
  }

  /** What an event seals, as it is stored; makes the key of a new subject. */
  async sealEvent(
    db: Kysely<Schema>,
    event: Pick<EventTable, 'institution_id' | 'position' | 'subject_kind' | 'subject_id' | 'subject_version'>,
    content: SealedEvent,
  ): Promise<string> {
    const text = JSON.stringify(content);
    const place = placeOfEvent(event);
    if (!kindsWithKey.has(event.subject_kind)) {
      const { generation, key }: InstitutionKey = await this.keyring.institutionKey(db, event.institution_id);
      return `${generation}.${seal(key, place, text)}`;
    }
    const key =
      event.subject_version === 1
        ? await this.keyring.addSubjectKey(db, event.subject_id, event.institution_id)
        : (await this.keyring.subjectKeys(db, [event.subject_id])).get(event.subject_id);
    if (!key) throw new UnsealError(place);
    return seal(key, place, text);
  }

  /** What an event seals. @throws {UnsealError} as for rows */
  async openEvent(
    db: Kysely<Schema>,
    event: Pick<EventTable, 'institution_id' | 'position' | 'subject_kind' | 'subject_id' | 'sealed'>,
  ): Promise<SealedEvent> {
    const place = placeOfEvent(event);
    const text = kindsWithKey.has(event.subject_kind)
      ? openUnder((await this.keyring.subjectKeys(db, [event.subject_id])).get(event.subject_id), place, event.sealed)
      : await this.#openUnderInstitution(db, event.institution_id, place, event.sealed);
    return JSON.parse(text);
  }

  /** The key of a record's files. @throws {UnsealError} where the record has none */
  async fileKey(db: Kysely<Schema>, recordId: string): Promise<Buffer> {
    const key = (await this.keyring.subjectKeys(db, [recordId])).get(recordId);
    if (!key) throw new UnsealError(`record ${recordId}`);
    return key;
  }
}

const placeOf = (table: SealedTable, row: Values) => `${table} ${row.id}`;

const placeOfEvent = (event: Pick<EventTable, 'institution_id' | 'position' | 'subject_id'>) =>
  `event ${event.institution_id} ${event.position} ${event.subject_id}`;

function openUnder(key: Buffer | undefined, place: string, sealed: string): string {
  if (!key) throw new UnsealError(place);
  return unseal(key, place, sealed).toString('utf8');
}

const opened = new WeakMap<DialectAdapter, Sealing>();

/** Gives a store its keys. Whoever has the connection can open what it reads: the store and its keys go together. */
export function unlock(db: Kysely<Schema>, sealing: Sealing): void {
  opened.set(db.getExecutor().adapter, sealing);
}

/** The keys of a store, also within its transactions. @throws {Error} where it was not unlocked */
export function sealingOf(db: Kysely<Schema>): Sealing {
  const sealing = opened.get(db.getExecutor().adapter);
  if (!sealing) throw new Error('The store is locked');
  return sealing;
}
