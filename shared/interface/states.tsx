/** What stands in place of content: nothing yet, still loading, or a problem. */
import type { ComponentChildren, JSX } from 'preact';
import type { Problem } from '../problem.ts';
import { Button } from './button.tsx';
import { language, say } from './language.ts';
import { Notice } from './notice.tsx';
import { sharedWording } from './wording.ts';

/** Nothing here, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="state">
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}

/** Content is on its way. */
export function LoadingState(): JSX.Element {
  return (
    <div class="state" role="status">
      <span class="spinner" aria-hidden="true" />
      {say(sharedWording.loading)}
    </div>
  );
}

/** The sentence of a problem in the language in use; an unreachable server's where there is no problem to quote. */
export function problemSentence(problem: Problem | null | undefined): string {
  if (!problem) return say(sharedWording.unreachable);
  return language() === 'en' ? problem.titleEn : problem.title;
}

/** What went wrong, and a way to try again. */
export function ErrorState(props: { problem: Problem | null | undefined; onRetry?: () => void }): JSX.Element {
  const { problem, onRetry } = props;
  return (
    <Notice
      tone="danger"
      title={problemSentence(problem)}
      actions={onRetry && <Button onClick={onRetry}>{say(sharedWording.retry)}</Button>}
    >
      {problem?.detail}
    </Notice>
  );
}
