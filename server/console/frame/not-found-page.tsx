import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import { frameWording as wording } from '../wording/frame.ts';
import { Page } from './page.tsx';

export function NotFoundPage() {
  return (
    <Page title={say(wording.notFoundTitle)}>
      <EmptyState title={say(wording.notFoundTitle)}>{say(wording.notFoundAdvice)}</EmptyState>
    </Page>
  );
}
