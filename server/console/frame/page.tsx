/** A page: its title, which names the browser's tab too, what may be done here, and its content. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import { frameWording } from '../wording/frame.ts';

interface PageProps {
  title: string;
  /** A sentence or a tag beside the title. */
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  /** A link above the title, to the list that the page belongs to. */
  above?: ComponentChildren;
  children: ComponentChildren;
}

export function Page({ title, lead, actions, above, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${say(frameWording.product)}`;
  }, [title]);
  return (
    <div class="page">
      {above && <div class="page-above">{above}</div>}
      <div class="page-head">
        <div class="page-title">
          <h1>{title}</h1>
          {lead}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
