/** A note on this computer, with its record once the server has one. */
import type { Note } from '../../outbox/note.ts';
import { useNoteDesk } from '../completing/desk.ts';
import { useRecord } from '../records/queries.ts';
import { RecordSheet } from '../records/record-sheet.tsx';
import type { Surroundings } from '../surroundings.ts';

interface NoteRoomProps {
  readonly note: Note;
  readonly surroundings: Surroundings;
  readonly newest: boolean;
}

export function NoteRoom({ note, surroundings, newest }: NoteRoomProps) {
  const desk = useNoteDesk(note);
  const record = useRecord(note.receipt?.recordId, surroundings.signedIn, note.submission).data;
  return (
    <RecordSheet
      capture={note.capture}
      note={note}
      record={record}
      desk={desk}
      surroundings={surroundings}
      newest={newest}
    />
  );
}
