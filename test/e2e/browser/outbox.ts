/** Looks into the extension's outbox from outside, as its worker sees it. */
import type { Note } from '../../../extension/outbox/note.ts';
import type { BrowserWithExtension } from './launch.ts';

export interface KeptNote extends Note {
  /** Bytes of the screenshot that lies with it; null where none does. */
  readonly screenshotBytes: number | null;
}

/** All notes on this computer, oldest first. */
export function notesOf(extension: BrowserWithExtension): Promise<KeptNote[]> {
  return extension.inWorker(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    // Opening it before the extension has would leave an empty one behind.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'liuhen')) return [];
    const database = await asked(indexedDB.open('liuhen'));
    const transaction = database.transaction(['notes', 'screenshots']);
    const notes: Note[] = await asked(transaction.objectStore('notes').index('capturedAt').getAll());
    const pictures = transaction.objectStore('screenshots');
    const kept: KeptNote[] = [];
    for (const note of notes) {
      const picture: { bytes: ArrayBuffer } | undefined = await asked(pictures.get(note.captureId));
      kept.push({ ...note, screenshotBytes: picture?.bytes.byteLength ?? null });
    }
    database.close();
    return kept;
  });
}

/**
 * Listens for the next click that is kept, as the panel does.
 * @returns resolves once it listens, with a promise of the note's id.
 */
export async function listenForKept(extension: BrowserWithExtension): Promise<{ kept: Promise<string> }> {
  const kept = await (await extension.worker()).evaluateHandle(() => {
    const channel = new BroadcastChannel('liuhen-outbox');
    const heard = new Promise<string>((done) => {
      channel.onmessage = ({ data }) => data.type === 'kept' && done(data.captureId);
    });
    return { heard };
  });
  return { kept: kept.evaluate(({ heard }) => heard) };
}
