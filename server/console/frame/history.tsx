/** What was done, when and by whom: oldest first. */
import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../shared/interface/format.ts';

export interface HistoryEntry {
  at: string;
  title: string;
  by?: string;
  content?: ComponentChildren;
}

export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ol class="history">
      {entries.map(({ at, title, by, content }, index) => (
        <li key={index}>
          <div class="history-head">
            <strong>{title}</strong>
            <time dateTime={at}>{formatDate(at)}</time>
          </div>
          {by && <div class="muted">{by}</div>}
          {content && <div class="history-content">{content}</div>}
        </li>
      ))}
    </ol>
  );
}
