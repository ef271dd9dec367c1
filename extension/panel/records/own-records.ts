/** One's own records: the notes on this computer and the server's records, told as one list. */
import type { RecordSummary } from '../../../shared/record/view.ts';
import type { Note } from '../../outbox/note.ts';

/** One line: what stands on this computer, what stands on the server, or both. */
export interface OwnRecord {
  readonly captureId: string;
  readonly capturedAt: string;
  readonly caseNumbers: readonly string[];
  readonly caseTitle: string;
  readonly actorName: string;
  readonly note: Note | null;
  readonly summary: RecordSummary | null;
}

/** A text as searches compare it: half-width, brackets of one form, no blanks. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/\s/g, '')
    .toLowerCase();
}

/**
 * Merges by capture, newest click first.
 * @param notes the notes on this computer.
 * @param summaries the pages of the server's list that are loaded so far.
 * @param complete whether the server's last page is among them. While it is not, notes older than the oldest loaded
 *   record wait, so that the list does not jump when the next page comes.
 * @param query a search; the server has applied it to `summaries` already.
 */
export function mergeOwnRecords(
  notes: readonly Note[],
  summaries: readonly RecordSummary[],
  complete: boolean,
  query = '',
): readonly OwnRecord[] {
  const wanted = foldForSearch(query);
  const byCapture = new Map(summaries.map((summary) => [summary.captureId, summary]));
  const oldest = complete ? '' : (summaries.map((summary) => summary.capturedAt).sort()[0] ?? '');
  const kept = notes
    .filter((note) => byCapture.has(note.captureId) || note.capture.capturedAt >= oldest)
    .filter((note) => byCapture.has(note.captureId) || searchable(note).some((text) => text.includes(wanted)))
    .map((note) => ownRecordOf(note, byCapture.get(note.captureId) ?? null));
  const known = new Set(notes.map((note) => note.captureId));
  const elsewhere = summaries.filter((summary) => !known.has(summary.captureId)).map(fromServer);
  return [...kept, ...elsewhere].sort((one, other) => other.capturedAt.localeCompare(one.capturedAt));
}

function searchable({ capture, draft }: Note): readonly string[] {
  return [...capture.caseNumbers, draft.caseNumber ?? '', capture.caseTitle, draft.actor?.name ?? ''].map(
    foldForSearch,
  );
}

function ownRecordOf(note: Note, summary: RecordSummary | null): OwnRecord {
  const { capture, draft } = note;
  return {
    captureId: note.captureId,
    capturedAt: capture.capturedAt,
    caseNumbers: draft.caseNumber ? [draft.caseNumber] : capture.caseNumbers,
    caseTitle: capture.caseTitle,
    actorName: draft.actor?.name || (summary?.actorName ?? ''),
    note,
    summary,
  };
}

function fromServer(summary: RecordSummary): OwnRecord {
  const { captureId, capturedAt, caseNumbers, caseTitle, actorName } = summary;
  return { captureId, capturedAt, caseNumbers, caseTitle, actorName, note: null, summary };
}
