/** What stands on this computer, as the panel watches it: notes, connection, network. */
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { onConnectionChange, readConnection } from '../connection/settings.ts';
import { listNotes, onChange, screenshotOf } from '../outbox/outbox.ts';

/** Queries of this computer never wait for a network. */
const here = { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY } as const;

/** All notes, newest first; read again at every change of the outbox. */
export function useNotes() {
  const queries = useQueryClient();
  useEffect(() => onChange(() => void queries.invalidateQueries({ queryKey: ['notes'] })), [queries]);
  return useQuery({ queryKey: ['notes'], queryFn: listNotes, ...here });
}

/** The connection; null where there is none, undefined until it has been read. */
export function useConnection() {
  const queries = useQueryClient();
  useEffect(() => onConnectionChange((connection) => queries.setQueryData(['connection'], connection)), [queries]);
  return useQuery({ queryKey: ['connection'], queryFn: readConnection, ...here }).data;
}

/**
 * The address of a note's screenshot, for an `<img>`; given back when the component goes.
 * @returns undefined while it is read, null where none is on this computer.
 */
export function useScreenshot(captureId: string, sealed: boolean): string | null | undefined {
  const [address, setAddress] = useState<string | null | undefined>();
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void screenshotOf(captureId).then(
      (picture) => {
        if (gone) return;
        made = picture ? URL.createObjectURL(picture) : null;
        setAddress(made);
      },
      () => setAddress(null),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
    // `sealed` turns true when the screenshot arrives, a moment after the note.
  }, [captureId, sealed]);
  return address;
}

/** Whether the browser has a network; the server may be away all the same. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return online;
}
