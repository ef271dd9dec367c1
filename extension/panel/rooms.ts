/** The rooms of the panel, and which one opens when. */

export type Room =
  /** The newest note; `captureId` where it was kept just now and may not have been read yet. */
  | { readonly name: 'note'; readonly captureId?: string }
  | { readonly name: 'undone'; readonly removed: boolean }
  | { readonly name: 'records' }
  | { readonly name: 'record'; readonly captureId: string; readonly recordId: string | undefined }
  /** `begin`: the judge has asked to connect or to sign in again just now, so it begins by itself. */
  | { readonly name: 'connect'; readonly begin: boolean };

/** The room that a panel opens on: the newest note where there is one, else what has to be done first. */
export function firstRoom(hasNotes: boolean, connected: boolean): Room {
  return hasNotes || connected ? { name: 'note' } : { name: 'connect', begin: false };
}
