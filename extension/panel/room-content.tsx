/** The room itself. */
import { Button } from '../../shared/interface/button.tsx';
import { say } from '../../shared/interface/language.ts';
import { EmptyState, LoadingState } from '../../shared/interface/states.tsx';
import type { ConnectionSettings } from '../connection/settings.ts';
import { ConnectRoom } from './connecting/connect-room.tsx';
import { EmptyNoteRoom } from './note/empty-note-room.tsx';
import { KeptHeadline } from './note/kept-headline.tsx';
import { NoteRoom } from './note/note-room.tsx';
import { noteWording } from './note/wording.ts';
import { RecordsRoom } from './records/records-room.tsx';
import { ServerRecordRoom } from './records/server-record-room.tsx';
import type { Room } from './rooms.ts';
import type { Surroundings } from './surroundings.ts';
import { panelWording as wording } from './wording.ts';

interface RoomContentProps {
  readonly room: Room;
  readonly connection: ConnectionSettings | null;
  readonly surroundings: Surroundings;
  readonly onRoom: (room: Room) => void;
}

export function RoomContent({ room, connection, surroundings, onRoom }: RoomContentProps) {
  const { notes } = surroundings;
  const [newest] = notes;
  switch (room.name) {
    case 'connect':
      return <ConnectRoom connection={connection} begin={room.begin} />;
    case 'undone':
      return (
        <>
          <h1 class="visually-hidden">{say(noteWording.undo)}</h1>
          <div role="status">
            <EmptyState title={say(room.removed ? noteWording.undone : noteWording.undoFailed)} />
          </div>
        </>
      );
    case 'records':
      return (
        <RecordsRoom
          surroundings={surroundings}
          onOpen={({ captureId, note, summary }) =>
            onRoom({ name: 'record', captureId, recordId: summary?.id ?? note?.receipt?.recordId })
          }
        />
      );
    case 'record': {
      const note = notes.find(({ captureId }) => captureId === room.captureId);
      return (
        <>
          <Button tone="quiet" class="back" onClick={() => onRoom({ name: 'records' })}>
            <span aria-hidden="true">‹</span> {say(wording.back)}
          </Button>
          {note && <NoteRoom key={note.captureId} note={note} surroundings={surroundings} newest={false} />}
          {!note && room.recordId && <ServerRecordRoom recordId={room.recordId} surroundings={surroundings} />}
        </>
      );
    }
    case 'note':
      // Never the note before under the words of this one, not for a moment.
      if (room.captureId && !notes.some(({ captureId }) => captureId === room.captureId)) return <LoadingState />;
      return newest ? (
        <>
          <KeptHeadline note={newest} />
          <NoteRoom key={newest.captureId} note={newest} surroundings={surroundings} newest />
        </>
      ) : (
        <EmptyNoteRoom />
      );
  }
}
