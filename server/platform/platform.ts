/** What every feature stands on, made once at the start and handed to each. */
import { randomBytes, randomUUID } from 'node:crypto';
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
import { type Keys, keysOf, readClearKeys, removeClearKeys } from '../keys/keys.ts';
import { Ledger } from '../ledger/ledger.ts';
import { Keyring } from '../sealing/keyring.ts';
import { type MasterKeySettings, masterKeySource, temporaryMasterKey } from '../sealing/master-key.ts';
import { Sealing, unlock } from '../sealing/sealing.ts';
import { doChores, migrate, openDatabase } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

export interface Platform {
  readonly origin: string;
  readonly demonstration: boolean;
  readonly db: Kysely<Schema>;
  readonly committer: Committer;
  readonly ledger: Ledger;
  readonly sealing: Sealing;
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
  /** Where the master key is; a platform in memory makes its own. */
  masterKey?: MasterKeySettings;
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
  const { sealing, ledger } = await openStore(db, options, clock);
  const keys = keysOf(sealing.keyring);
  const authentication = createAuthentication({ db, origin, secret: keys.sessionSecret });
  await migrateAuthentication(authentication);
  await removeExpired(authentication);
  await doChores(db);
  const committer = new Committer({ db, ledger, clock, newId, newSalt });
  const blobs = new BlobFolder(folder);
  const fileKeyOf = (recordId: string) => sealing.fileKey(db, recordId);
  await sealOlderFiles(blobs, fileKeyOf);
  return {
    origin,
    demonstration,
    db,
    committer,
    ledger,
    sealing,
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

/** Brings the schema up to date and unlocks the store with its keys. */
async function openStore(db: Kysely<Schema>, { folder, masterKey = {} }: PlatformOptions, clock: () => Date) {
  const inMemory = folder === ':memory:';
  let isNew = false;
  const source = inMemory ? temporaryMasterKey() : masterKeySource(masterKey, `${folder}.master-key`, () => isNew);
  const open = async (store: Kysely<Schema>) => {
    const keyring = await Keyring.open(store, source, clock, inMemory || !isNew ? {} : readClearKeys(folder));
    const sealing = new Sealing(keyring);
    unlock(db, sealing);
    const keys = keysOf(keyring);
    return { sealing, ledger: new Ledger(() => keys.signing) };
  };
  let opened: Awaited<ReturnType<typeof open>> | null = null;
  await migrate(db, async (store) => {
    isNew = true;
    opened = await open(store);
    return opened;
  });
  const { sealing, ledger } = opened ?? (await open(db));
  sealing.keyring.settle();
  ledger.settle(true);
  if (!inMemory) removeClearKeys(folder);
  return { sealing, ledger };
}
