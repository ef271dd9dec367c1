/** A notice: what happened, what is safe, what to do. */
import type { ComponentChildren, JSX } from 'preact';

export type NoticeTone = 'info' | 'success' | 'danger';

const marks: Record<NoticeTone, string> = { info: 'ℹ︎', success: '✓', danger: '▲' };

export interface NoticeProps {
  tone?: NoticeTone;
  /** What happened, in one line. */
  title: string;
  /** What is safe and what to do. */
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** Announced at once when it tells of danger, else when the reader pauses. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps): JSX.Element {
  return (
    <div class="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span class="notice-mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div class="notice-body">
        <strong>{title}</strong>
        {children && <div>{children}</div>}
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
