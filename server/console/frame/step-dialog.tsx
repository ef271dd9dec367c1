/** A dialog in which a step is filled in and taken; it stays open, with what was entered, until the server has answered. */
import type { ComponentChildren } from 'preact';
import { Button } from '../../../shared/interface/button.tsx';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { sharedWording } from '../../../shared/interface/wording.ts';
import { problemOf } from '../api.ts';

interface StepDialogProps {
  title: string;
  confirm: string;
  taking: { isPending: boolean; isError: boolean; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

export function StepDialog({ title, confirm, taking, onConfirm, onClose, children }: StepDialogProps) {
  const problem = problemOf(taking.error);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="step-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!taking.isPending) onConfirm();
        }}
      >
        {children}
        {taking.isError && (
          <Notice tone="danger" title={problemSentence(problem)}>
            {problem?.detail}
            {problem?.fields?.map(({ path, message }) => (
              <div key={path}>{message}</div>
            ))}
          </Notice>
        )}
        <div class="dialog-actions">
          <Button onClick={onClose}>{say(sharedWording.cancel)}</Button>
          <Button type="submit" tone="primary" busy={taking.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
