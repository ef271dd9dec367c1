/** What every feature stands on, made once at the start and handed to each. */
import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, LogEvent } from 'kysely';
import {
  type Authentication,
  createAuthentication,
  migrateAuthentication,
  removeExpired,
} from '../access/authentication.ts';
import { Committer } from '../committer/committer.ts';
import { Directory } from '../directory/directory.ts';
import { BlobFolder } from '../evidence/blob-folder.ts';
import { sealOlderFiles } from '../evidence/seal-older-files.ts';
import { type Keys, readKeys, temporaryKeys } from '../keys/keys.ts';
import { migrate, openDatabase } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

export interface Platform {
  readonly origin: string;
  readonly demonstration: boolean;
  readonly db: Kysely<Schema>;
  readonly committer: Committer;
  readonly directory: Directory;
  readonly authentication: Authentication;
  readonly keys: Keys;
  readonly blobs: BlobFolder;
  /** The 32-byte key under which a record's evidence files are sealed. */
  fileKeyOf(recordId: string): Promise<Uint8Array>;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Waits for what was taken on, then closes the store. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** The data folder; `:memory:` for a platform that leaves nothing behind. */
  folder: string;
  origin: string;
  demonstration?: boolean;
  clock?: () => Date;
  newId?: () => string;
  newSalt?: () => string;
  log?: (event: LogEvent) => void;
}

/**
 * Opens store, keys and accounts, and brings the schema up to date.
 * @throws {StartError} where the data folder cannot be used.
 */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { folder, origin, demonstration = false, clock = () => new Date(), newId = randomUUID } = options;
  const newSalt = options.newSalt ?? (() => randomBytes(32).toString('hex'));
  const db = openDatabase({ folder, log: options.log });
  await migrate(db);
  const keys = folder === ':memory:' ? temporaryKeys() : readKeys(folder);
  const authentication = createAuthentication({ db, origin, secret: keys.sessionSecret });
  await migrateAuthentication(authentication);
  await removeExpired(authentication);
  const committer = new Committer({ db, clock, newId, newSalt });
  const blobs = new BlobFolder(folder);
  const fileKeyOf = async (recordId: string) =>
    new Uint8Array(hkdfSync('sha256', keys.sessionSecret, recordId, 'evidence', 32));
  await sealOlderFiles(blobs, fileKeyOf);
  return {
    origin,
    demonstration,
    db,
    committer,
    directory: new Directory(db),
    authentication,
    keys,
    blobs,
    fileKeyOf,
    clock,
    newId,
    async close() {
      await committer.idle();
      await db.destroy();
      blobs.close();
    },
  };
}
