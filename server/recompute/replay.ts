/** Replays the history of one subject: the rows that its events lead to, and what is wrong with the events themselves. */
import type { Kysely } from 'kysely';
import { commitmentOf } from '../../shared/ledger/canonical.ts';
import { leafContent, openEvent } from '../committer/event.ts';
import { evidenceOf, type ProjectedRow, projections } from '../committer/projections.ts';
import { namedBy } from '../matters/matter-projection.ts';
import { everyYear, releasedFormOf } from '../matters/release-projection.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type {
  EventTable,
  EvidenceRow,
  FeedChangeTable,
  MatterNamedTable,
  MatterRow,
  ReleasedMatterTable,
  Schema,
  SelfCheckRow,
} from '../store/schema.ts';
import type { Difference } from './difference.ts';
import type { History } from './histories.ts';

/** What the events of one subject lead to. */
export interface Replayed {
  readonly kind: EventTable['subject_kind'];
  readonly subjectId: string;
  /** The subject's row, null where its history cannot be replayed. */
  readonly row: ProjectedRow | null;
  readonly named: readonly MatterNamedTable[];
  readonly evidence: readonly EvidenceRow[];
  readonly released: ReleasedMatterTable | null;
  /** Officials and years whose rows in the feeds were touched. */
  readonly touched: readonly Pick<FeedChangeTable, 'official_id' | 'year'>[];
  /** Broken leaves, unreadable bodies, missing versions. */
  readonly faults: readonly Difference[];
}

/** Replays a history. Never throws: a history that cannot be replayed is a fault. */
export async function replay(db: Kysely<Schema>, history: History): Promise<Replayed> {
  const [{ subject_kind: kind, subject_id: subjectId }] = history;
  const faults: Difference[] = [];
  const forms: (ReleasedMatterTable | null)[] = [];
  const named = new Set<string>();
  const evidence: EvidenceRow[] = [];
  let row: ProjectedRow | null = null;
  for (const [index, stored] of history.entries()) {
    if (stored.subject_version !== index + 1)
      faults.push(fault(stored, 'subject_version', stored.subject_version, index + 1));
    if (stored.subject_kind !== kind) faults.push(fault(stored, 'subject_kind', stored.subject_kind, kind));
    try {
      const event = await openEvent(db, stored);
      const commitment = commitmentOf(leafContent(event), event.salt);
      if (commitment !== stored.commitment) faults.push(fault(stored, 'commitment', stored.commitment, commitment));
      if (kind === 'cover') continue;
      // As in the committer: the kind decides the row's type.
      row = projections[kind].apply(row as never, event);
      if (kind === 'matter') {
        for (const officialId of namedBy(event)) named.add(officialId);
        forms.push(releasedFormOf(row as MatterRow));
      }
      if (event.type === 'evidence-added') evidence.push(evidenceOf(event));
    } catch (error) {
      faults.push(fault(stored, 'sealed', stored.sealed, String(error)));
      return { kind, subjectId, row: null, named: [], evidence: [], released: null, touched: [], faults };
    }
  }
  return {
    kind,
    subjectId,
    row,
    named: [...named].map((official) => ({
      matter_id: subjectId,
      official_id: sealingOf(db).link('official', official),
    })),
    evidence,
    released: forms.at(-1) ?? null,
    touched: touchedBy(kind, subjectId, row, forms),
    faults,
  };
}

function fault(event: EventTable, column: string, stored: unknown, expected: unknown): Difference {
  return { table: 'event', key: `${event.institution_id} ${event.position}`, column, stored, expected };
}

function touchedBy(
  kind: EventTable['subject_kind'],
  subjectId: string,
  row: ProjectedRow | null,
  forms: readonly (ReleasedMatterTable | null)[],
): Replayed['touched'] {
  if (kind === 'official') return [{ official_id: subjectId, year: everyYear }];
  if (kind === 'self-check') {
    const { official_id, year } = row as SelfCheckRow;
    return [{ official_id, year }];
  }
  return forms.flatMap((form) => (form ? [{ official_id: form.official_id, year: form.year }] : []));
}
