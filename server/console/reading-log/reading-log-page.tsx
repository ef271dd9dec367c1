/** For the auditor: who read what, hour by hour. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import { type Role, roles } from '../../../shared/vocabulary.ts';
import { Page } from '../frame/page.tsx';
import { type Column, ListView } from '../list/list-view.tsx';
import { usePages } from '../list/use-pages.ts';
import { readingLogWording as wording } from '../wording/access.ts';

interface Reading {
  /** UTC, such as 2026-10-08T06. */
  hour: string;
  viewerName: string;
  viewerRole: Role;
  subjectKind: 'record' | 'matter' | 'evidence';
  subjectId: string;
  institutionName: string;
}

const columns: readonly Column<Reading>[] = [
  { heading: wording.hour, kind: 'moment', of: ({ hour }) => formatDate(`${hour}:00:00Z`) },
  { heading: wording.viewer, kind: 'main', of: ({ viewerName }) => viewerName },
  { heading: wording.role, of: ({ viewerRole }) => say(roles[viewerRole]) },
  { heading: wording.subject, of: ({ subjectKind }) => say(wording[subjectKind]) },
  { heading: wording.subjectId, of: ({ subjectId }) => <code class="identifier">{subjectId}</code> },
  { heading: wording.institution, of: ({ institutionName }) => institutionName },
];

export function ReadingLogPage() {
  const list = usePages<Reading>('/api/reading-log', {}, 'reading-log');
  return (
    <Page title={say(wording.title)} lead={<p class="muted">{say(wording.lead)}</p>}>
      <ListView
        caption={say(wording.title)}
        columns={columns}
        list={list}
        keyOf={({ hour, viewerName, subjectId }) => `${hour} ${viewerName} ${subjectId}`}
        empty={<EmptyState title={say(wording.empty)} />}
      />
    </Page>
  );
}
