/**
 * The outbox on this computer: notes, and apart from them the screenshots, so that listing notes reads no pictures.
 * Background and panel open the same database. Every writing transaction is strict: it completes when the disk has it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Note } from './note.ts';

export interface Screenshot {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: ArrayBuffer;
}

interface OutboxSchema extends DBSchema {
  notes: { key: string; value: Note; indexes: { capturedAt: string } };
  screenshots: { key: string; value: Screenshot };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

let opened: Promise<OutboxDatabase> | undefined;

/** The open database; opened once for each page or worker. */
export function outboxDatabase(): Promise<OutboxDatabase> {
  opened ??= openDB<OutboxSchema>('liuhen', 1, {
    upgrade(database) {
      database.createObjectStore('notes', { keyPath: 'captureId' }).createIndex('capturedAt', 'capture.capturedAt');
      database.createObjectStore('screenshots');
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** A transaction over notes and screenshots that completes only when the disk has it. */
export async function strictTransaction() {
  const database = await outboxDatabase();
  return database.transaction(['notes', 'screenshots'], 'readwrite', { durability: 'strict' });
}
