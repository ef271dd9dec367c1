/** The desk on which a record is completed: what is answered so far, how to save more of it, how to submit it. */
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { RecordView } from '../../../shared/record/view.ts';
import type { Note } from '../../outbox/note.ts';
import { requestSubmission, saveDraft } from '../../outbox/outbox.ts';
import { postToServer } from '../server.ts';
import { draftSaver, type SavingState } from './draft-saver.ts';
import { pendingAnswers, rememberAnswers } from './pending-answers.ts';
import type { Draft } from './starting-draft.ts';

export interface Desk {
  /** What the recorder has answered; defaults are not among it. */
  readonly answered: Draft;
  readonly saving: SavingState;
  /** Takes an answer: shown at once, kept at once. */
  save(patch: Draft): void;
  /**
   * Keeps the whole draft, then asks for its submission.
   * @throws {ServerError} where it has to go straight to the server and that refuses or is away.
   */
  submit(draft: Draft): Promise<void>;
}

/** Its caller stands for one record as long as it is mounted: rooms are keyed by the capture. */
function useDesk(
  id: string,
  kept: Draft,
  write: (patch: Draft) => Promise<boolean>,
  send: (draft: Draft) => Promise<unknown>,
): Desk {
  const [pending] = useState(() => pendingAnswers(id));
  const [answered, setAnswered] = useState<Draft>({ ...kept, ...pending });
  const [saving, setSaving] = useState<SavingState>('saved');
  const [saver] = useState(() =>
    draftSaver({ write, remember: (outstanding) => rememberAnswers(id, outstanding), tell: setSaving }),
  );
  // What a panel that was closed too early could not keep is kept now.
  useEffect(() => {
    if (Object.keys(pending).length > 0) saver.save(pending);
  }, [pending, saver]);
  const save = (patch: Draft) => {
    setAnswered((before) => ({ ...before, ...patch }));
    saver.save(patch);
  };
  return {
    answered,
    saving,
    save,
    async submit(draft) {
      save(draft);
      if (await saver.settled()) await send(draft);
    },
  };
}

/** The desk of a note on this computer: kept in the outbox, submitted by it whenever the server can be reached. */
export function useNoteDesk({ captureId, draft }: Note): Desk {
  return useDesk(
    captureId,
    draft,
    (patch) => saveDraft(captureId, patch),
    () => requestSubmission(captureId),
  );
}

const keyOf = (recordId: string) => `draft:${recordId}`;

/** Reads the draft of a record that has no note on this computer (any more), over what was submitted before. */
export async function readRecordDraft({ id, details }: RecordView): Promise<Draft> {
  const stored = await browser.storage.local.get<Record<string, Draft>>(keyOf(id));
  return { ...details, ...stored[keyOf(id)] };
}

/** The desk of such a record: its draft is kept in the extension's storage and goes straight to the server. */
export function useRecordDesk(record: RecordView, kept: Draft): Desk {
  const queries = useQueryClient();
  const { id } = record;
  return useDesk(
    id,
    kept,
    async (patch) => {
      await browser.storage.local.set({ [keyOf(id)]: { ...(await readRecordDraft(record)), ...patch } });
      return true;
    },
    async (details) => {
      const view = await postToServer<RecordView>(`/api/records/${id}/events`, { type: 'submitted', details });
      await browser.storage.local.remove(keyOf(id));
      queries.setQueryData(['record', id], view);
      await queries.invalidateQueries({ queryKey: ['records'] });
    },
  );
}
