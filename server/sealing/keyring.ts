/**
 * The keys of a store, each wrapped by the one above it:
 *
 *   master key (outside) ─▶ institution key (a generation in force, earlier ones for the wrapping of older subject keys)
 *        │                        └─▶ subject key: one record, matter or self-check
 *        └─▶ server keys: link (keyed hashes), accounts, session, backup, signing
 *
 * A key made in a transaction is remembered only once that is committed.
 */
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { StartError } from '../start-error.ts';
import type { InstitutionKeyTable, Schema, ServerKeyTable } from '../store/schema.ts';
import { seal, UnsealError, unseal } from './aead.ts';
import type { MasterKey, MasterKeySource } from './master-key.ts';

/** The server's own keys; `signing` holds a PKCS #8 PEM, the others 32 bytes. */
export type ServerKeyName = 'link' | 'accounts' | 'session' | 'backup' | 'signing';

const serverKeyNames: readonly ServerKeyName[] = ['link', 'accounts', 'session', 'backup', 'signing'];

/** So many subject keys are kept open; at 32 bytes and a map entry each, some megabytes. */
const subjectKeysKept = 20_000;

export interface ServerKey {
  readonly generation: number;
  readonly content: Buffer;
  /** `signing`: the note by which the key before named this one. */
  readonly succession: string;
}

const serverPlace = (name: string, generation: number) => `server_key ${name} ${generation}`;
const institutionPlace = (institutionId: string, generation: number) =>
  `institution_key ${institutionId} ${generation}`;
const subjectPlace = (subjectId: string) => `subject_key ${subjectId}`;

/** An institution's key and its generation. */
export interface InstitutionKey {
  readonly generation: number;
  readonly key: Buffer;
}

export class Keyring {
  readonly #source: MasterKeySource;
  readonly #clock: () => Date;
  readonly #server = new Map<string, ServerKey[]>();
  readonly #institutions = new Map<string, InstitutionKey[]>();
  readonly #subjects = new Map<string, Buffer>();
  /** Institutions and subjects whose keys the transaction at work has made. */
  readonly #fresh = new Set<string>();

  private constructor(source: MasterKeySource, clock: () => Date) {
    this.#source = source;
    this.#clock = clock;
  }

  /**
   * Opens the keys of a store; makes the server's where there are none.
   * @param inherited contents for server keys of a store from before sealing
   * @throws {StartError} where the master key is not the one that wrapped them
   */
  static async open(
    db: Kysely<Schema>,
    source: MasterKeySource,
    clock: () => Date,
    inherited: Partial<Record<ServerKeyName, Buffer>> = {},
  ): Promise<Keyring> {
    const keyring = new Keyring(source, clock);
    const masters = source.read();
    for (const row of await db.selectFrom('server_key').selectAll().orderBy('generation', 'desc').execute()) {
      keyring.#keepServerKey(row, masters);
    }
    for (const row of await db.selectFrom('institution_key').selectAll().orderBy('generation', 'desc').execute()) {
      keyring.#keepInstitutionKey(row, masters);
    }
    for (const name of serverKeyNames) {
      if (!keyring.#server.has(name)) await keyring.addServerKey(db, name, inherited[name] ?? freshContent(name));
    }
    return keyring;
  }

  #keepServerKey(row: ServerKeyTable, masters: readonly MasterKey[]): void {
    const content = openWrapped(row, serverPlace(row.name, row.generation), masters);
    const known = this.#server.get(row.name) ?? [];
    this.#server.set(row.name, [...known, { generation: row.generation, content, succession: row.succession }]);
  }

  #keepInstitutionKey(row: InstitutionKeyTable, masters: readonly MasterKey[]): void {
    const key = openWrapped(row, institutionPlace(row.institution_id, row.generation), masters);
    const known = this.#institutions.get(row.institution_id) ?? [];
    this.#institutions.set(row.institution_id, [...known, { generation: row.generation, key }]);
  }

  #master(): MasterKey {
    const [current] = this.#source.read();
    if (!current) throw new Error('There is no master key');
    return current;
  }

  /** The generations of a server key, the one in force first. */
  serverKeys(name: ServerKeyName): readonly ServerKey[] {
    return this.#server.get(name) ?? [];
  }

  /** The server key in force. */
  serverKey(name: ServerKeyName): Buffer {
    const [current] = this.serverKeys(name);
    if (!current) throw new Error(`There is no ${name} key`);
    return current.content;
  }

  /** Adds a generation of a server key, in force from now on. */
  async addServerKey(db: Kysely<Schema>, name: ServerKeyName, content: Buffer, succession = ''): Promise<void> {
    const known = this.serverKeys(name);
    const generation = (known[0]?.generation ?? 0) + 1;
    const master = this.#master();
    await db
      .insertInto('server_key')
      .values({
        name,
        generation,
        master_id: master.id,
        wrapped: seal(master.key, serverPlace(name, generation), content),
        made_at: this.#clock().toISOString(),
        succession,
      })
      .execute();
    this.#server.set(name, [{ generation, content, succession }, ...known]);
  }

  /** The keyed hash of a value in a scope, 32 bytes as base64url: equal values are found, none is read. */
  link(scope: string, value: string): string {
    return createHmac('sha256', this.serverKey('link')).update(`${scope}\0${value}`).digest('base64url');
  }

  /** The key of an institution with which to seal; made where it has none. */
  async institutionKey(db: Kysely<Schema>, institutionId: string): Promise<InstitutionKey> {
    const [known] = await this.#institutionKeys(db, institutionId);
    return known ?? this.addInstitutionKey(db, institutionId);
  }

  /** The institution's key of a generation. @throws {UnsealError} where there is none. */
  async institutionKeyOf(db: Kysely<Schema>, institutionId: string, generation: number): Promise<Buffer> {
    const ofGeneration = (keys: readonly InstitutionKey[]) => keys.find((known) => known.generation === generation);
    const found =
      ofGeneration(this.#institutions.get(institutionId) ?? []) ??
      // Another process may have rotated it.
      ofGeneration(await this.#readInstitutionKeys(db, institutionId));
    if (!found) throw new UnsealError(institutionPlace(institutionId, generation));
    return found.key;
  }

  async #institutionKeys(db: Kysely<Schema>, institutionId: string): Promise<readonly InstitutionKey[]> {
    return this.#institutions.get(institutionId) ?? this.#readInstitutionKeys(db, institutionId);
  }

  async #readInstitutionKeys(db: Kysely<Schema>, institutionId: string): Promise<readonly InstitutionKey[]> {
    const rows = await db
      .selectFrom('institution_key')
      .selectAll()
      .where('institution_id', '=', institutionId)
      .orderBy('generation', 'desc')
      .execute();
    this.#institutions.delete(institutionId);
    if (rows.length === 0) return [];
    const masters = this.#source.read();
    for (const row of rows) this.#keepInstitutionKey(row, masters);
    const keys = this.#institutions.get(institutionId) ?? [];
    if (this.#fresh.has(institutionId)) this.#institutions.delete(institutionId);
    return keys;
  }

  /** Adds a generation of an institution's key, in force from now on. */
  async addInstitutionKey(db: Kysely<Schema>, institutionId: string): Promise<InstitutionKey> {
    const [latest] = await this.#readInstitutionKeys(db, institutionId);
    const generation = (latest?.generation ?? 0) + 1;
    const key = randomBytes(32);
    const master = this.#master();
    await db
      .insertInto('institution_key')
      .values({
        institution_id: institutionId,
        generation,
        master_id: master.id,
        wrapped: seal(master.key, institutionPlace(institutionId, generation), key),
        made_at: this.#clock().toISOString(),
      })
      .execute();
    this.#fresh.add(institutionId);
    this.#institutions.delete(institutionId);
    return { generation, key };
  }

  /** Makes the key of a new subject. */
  async addSubjectKey(db: Kysely<Schema>, subjectId: string, institutionId: string): Promise<Buffer> {
    const { generation, key: above } = await this.institutionKey(db, institutionId);
    const key = randomBytes(32);
    const wrapped = seal(above, subjectPlace(subjectId), key);
    await db
      .insertInto('subject_key')
      .values({ subject_id: subjectId, institution_id: institutionId, generation, wrapped })
      .execute();
    this.#fresh.add(subjectId);
    return key;
  }

  /**
   * The keys of some subjects.
   * @throws {UnsealError} where one has none, or it does not open
   */
  async subjectKeys(db: Kysely<Schema>, subjectIds: readonly string[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const missing: string[] = [];
    for (const id of new Set(subjectIds)) {
      const known = this.#subjects.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    for (let at = 0; at < missing.length; at += 500) {
      const part = missing.slice(at, at + 500);
      const rows = await db.selectFrom('subject_key').selectAll().where('subject_id', 'in', part).execute();
      for (const row of rows) {
        const above = await this.institutionKeyOf(db, row.institution_id, row.generation);
        const key = unseal(above, subjectPlace(row.subject_id), row.wrapped);
        found.set(row.subject_id, key);
        this.#remember(row.subject_id, key);
      }
    }
    return found;
  }

  #remember(subjectId: string, key: Buffer): void {
    if (this.#fresh.has(subjectId)) return;
    // A map keeps its order: the first is the one that has been known longest.
    if (this.#subjects.size >= subjectKeysKept) {
      const [oldest] = this.#subjects.keys();
      if (oldest !== undefined) this.#subjects.delete(oldest);
    }
    this.#subjects.set(subjectId, key);
  }

  /** The transaction at work has ended: what it made is committed, or gone. */
  settle(): void {
    this.#fresh.clear();
  }
}

const freshContent = (name: ServerKeyName): Buffer =>
  name === 'signing'
    ? Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    : randomBytes(32);

function openWrapped(
  { master_id, wrapped }: { master_id: string; wrapped: string },
  place: string,
  masters: readonly MasterKey[],
): Buffer {
  const master = masters.find(({ id }) => id === master_id);
  if (!master) {
    throw new StartError(
      '主密钥与数据目录不相符：数据是用另一主密钥加密的。请提供原主密钥；轮换后请把旧密钥保留在新密钥下一行，直至轮换完成。数据未作任何改动。',
      'The master key is not the one that sealed this data folder. Provide the right one; after a rotation keep the old key on the line below the new one until the rotation is done. Nothing was changed.',
    );
  }
  try {
    return unseal(master.key, place, wrapped);
  } catch (error) {
    throw new StartError(
      `密钥表已损坏或者被改动：${place}。服务不启动，数据未作任何改动。请由备份恢复。`,
      `The table of keys is damaged or was altered: ${place}. The server does not start, and nothing was changed. Restore a backup.`,
      error,
    );
  }
}
