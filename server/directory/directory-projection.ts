/** Rows of the directory: institutions and officials, as registered and changed by events. */
import type { StoredEvent } from '../committer/event.ts';
import type { InstitutionTable, OfficialRow } from '../store/schema.ts';

/** Body of an institution's or official's event: the whole entry as it stands from then on. */
export type DirectoryEntry<Row> = Omit<Row, 'id'>;

/** The row after an event: each carries the whole entry. */
export function applyInstitutionEvent(_row: InstitutionTable | null, event: StoredEvent): InstitutionTable {
  return { ...(event.body as DirectoryEntry<InstitutionTable>), id: event.subjectId };
}

/** The row after an event: each carries the whole entry. */
export function applyOfficialEvent(_row: OfficialRow | null, event: StoredEvent): OfficialRow {
  return { ...(event.body as DirectoryEntry<OfficialRow>), id: event.subjectId };
}
