/** The side panel: leads from room to room, and to the newest note by itself whenever one is kept. */
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../shared/interface/language.ts';
import { Notice } from '../../shared/interface/notice.tsx';
import { LoadingState } from '../../shared/interface/states.tsx';
import { onChange } from '../outbox/outbox.ts';
import { useConnection, useNotes } from './notes.ts';
import { PanelFrame } from './panel-frame.tsx';
import { RoomContent } from './room-content.tsx';
import { firstRoom, type Room } from './rooms.ts';
import type { Surroundings } from './surroundings.ts';
import { panelWording as wording } from './wording.ts';

export function Panel() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 10_000, networkMode: 'always' } } }),
  );
  return (
    <QueryClientProvider client={queries}>
      <OpenPanel />
    </QueryClientProvider>
  );
}

function OpenPanel() {
  const notes = useNotes();
  const connection = useConnection();
  const [room, setRoom] = useState<Room | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [, redraw] = useState(0);

  useEffect(
    () =>
      onChange((change) => {
        if (change.type === 'failed') setFailure(change.reason);
        // Undone here or in the panel of another window.
        if (change.type === 'removed')
          setRoom((room) => (room?.name === 'note' ? { name: 'undone', removed: true } : room));
        if (change.type !== 'kept') return;
        setFailure(null);
        setRoom({ name: 'note', captureId: change.captureId });
      }),
    [],
  );

  const known = notes.data && connection !== undefined ? firstRoom(notes.data.length > 0, connection !== null) : null;
  // Opened once: a connection that comes about later leads nowhere by itself, there is one more button to press.
  if (known && !room) setRoom(known);

  if (notes.isError) return <Notice tone="danger" title={say(wording.unreadable)} />;
  if (!notes.data || connection === undefined || !room) return <LoadingState />;
  const surroundings: Surroundings = {
    notes: notes.data,
    accountId: connection?.captureToken ? connection.account.accountId : null,
    signedIn: Boolean(connection?.sessionToken),
    onConnect: () => setRoom({ name: 'connect', begin: true }),
    onUndone: (removed) => setRoom({ name: 'undone', removed }),
  };
  return (
    <PanelFrame
      room={room}
      surroundings={surroundings}
      failure={failure}
      onRoom={setRoom}
      onLanguage={() => redraw((times) => times + 1)}
    >
      <RoomContent room={room} connection={connection} surroundings={surroundings} onRoom={setRoom} />
    </PanelFrame>
  );
}
