import { strictTransaction } from './database.ts';

/** Days for which what the server has taken in full stays on this computer. */
const daysKept = 30;

/** Removes notes that were submitted long ago, with their pictures. Nothing that the server lacks is ever removed. */
export async function tidy(now = Date.now()): Promise<void> {
  const before = new Date(now - daysKept * 86_400_000).toISOString();
  const transaction = await strictTransaction();
  const notes = transaction.objectStore('notes');
  for (const note of await notes.index('capturedAt').getAll(IDBKeyRange.upperBound(before))) {
    if (note.submission !== 'submitted' || note.state !== 'confirmed') continue;
    await notes.delete(note.captureId);
    await transaction.objectStore('screenshots').delete(note.captureId);
  }
  await transaction.done;
}
