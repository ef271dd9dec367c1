/** The columns of the list of matters. */
import { Link } from 'wouter-preact';
import { formatCount, formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { MatterStateTag } from '../../../shared/interface/tag.tsx';
import type { MatterSummary } from '../../../shared/matter/view.ts';
import { determinations } from '../../../shared/vocabulary.ts';
import type { Column } from '../list/list-view.tsx';
import { CaseNumbers } from '../records/record-columns.tsx';
import { matterWording as wording } from '../wording/matters.ts';

/** Who a matter is about, in words. */
export const actorsOf = ({ actorNames }: Pick<MatterSummary, 'actorNames'>): string =>
  [...new Set(actorNames)].join('、') || say(wording.unnamed);

const opinion = (code: MatterSummary['determination']) =>
  code ? say(determinations[code]) : <span class="muted">—</span>;

export const matterColumns: readonly Column<MatterSummary>[] = [
  {
    heading: wording.actors,
    kind: 'main',
    of: (matter) => (
      <Link href={`/matters/${matter.id}`} aria-label={say(wording.openMatter, { name: actorsOf(matter) })}>
        {actorsOf(matter)}
      </Link>
    ),
  },
  {
    heading: wording.caseNumbers,
    of: ({ caseNumbers }) => <CaseNumbers caseNumbers={[...new Set(caseNumbers)]} decided />,
  },
  { heading: wording.institution, of: ({ institutionName }) => institutionName },
  { heading: wording.records, kind: 'number', of: ({ records }) => formatCount(records) },
  { heading: wording.screeningOpinion, of: ({ screeningOpinion }) => opinion(screeningOpinion) },
  { heading: wording.determination, of: ({ determination }) => opinion(determination) },
  { heading: wording.updatedAt, kind: 'moment', of: ({ updatedAt }) => formatDate(updatedAt) },
  { heading: wording.state, of: ({ state }) => <MatterStateTag state={state} /> },
];

/** For the institution itself, which handles every one of them. */
export const ownMatterColumns = matterColumns.filter(({ heading }) => heading !== wording.institution);
