/** A modal dialog on the browser's own `<dialog>`: focus stays inside, Escape closes; `side` makes it a side sheet. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  side?: boolean;
  wide?: boolean;
}

/** Stands open as long as it is rendered. */
export function Dialog({ title, onClose, children, actions, side, wide }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      data-side={side || undefined}
      data-wide={wide || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button tone="quiet" onClick={onClose}>
          {say(sharedWording.close)}
        </Button>
      </div>
      <div class="dialog-body">
        {children}
        {actions && <div class="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
