/** Paging over a list that is read by cursor: back and forth, without a total that nobody counted. */
import type { JSX } from 'preact';
import { Button } from './button.tsx';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

export interface PagerProps {
  /** Counted from 1. */
  page: number;
  /** How many entries this page shows. */
  count: number;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

export function Pager({ page, count, onPrevious, onNext }: PagerProps): JSX.Element {
  return (
    <nav class="pager" aria-label={say(sharedWording.pages)}>
      <span class="muted" aria-live="polite">
        {say(sharedWording.pageWithCount, { page, count })}
      </span>
      <span class="pager-buttons">
        <Button disabled={!onPrevious} onClick={() => onPrevious?.()}>
          {say(sharedWording.previous)}
        </Button>
        <Button disabled={!onNext} onClick={() => onNext?.()}>
          {say(sharedWording.next)}
        </Button>
      </span>
    </nav>
  );
}
