/**
 * Works out from the events alone what every derived table must hold, and compares.
 *
 *   events ─▶ histories ─▶ replay ─▶ rows ─▶ deviations from what is stored
 *
 * All of it reads one snapshot, in one transaction. The events themselves are checked (commitments, positions, versions)
 * but never mended: they are the truth.
 */
import type { Kysely } from 'kysely';
import { projections } from '../committer/projections.ts';
import { talliesOf } from '../matters/release-projection.ts';
import type { ReleasedMatterTable, Schema, SubjectKind } from '../store/schema.ts';
import {
  type DerivedTable,
  type Deviation,
  type Difference,
  deviations,
  differencesOf,
  type Row,
} from './difference.ts';
import { histories } from './histories.ts';
import { logFaults } from './log.ts';
import { type Replayed, replay } from './replay.ts';
import { allRows, mend, rowsWhere, strayRows } from './rows.ts';

export type { Difference } from './difference.ts';

export interface RecomputeOptions {
  /** Brings the derived tables to what the events say; left alone while any event is broken. */
  repair?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** The derived tables of a subject, with the column that names the subject. */
const tablesOf: Record<SubjectKind, Partial<Record<DerivedTable, string>>> = {
  institution: { institution: 'id' },
  official: { official: 'id' },
  credential: { credential: 'id' },
  record: { record: 'id', evidence: 'record_id' },
  matter: { matter: 'id', matter_named: 'matter_id', released_matter: 'matter_id' },
  'self-check': { self_check: 'id' },
  cover: {},
};

/** What a replayed subject must have in a table. */
function expectedIn(table: DerivedTable, { kind, row, named, evidence, released }: Replayed): Row[] {
  if (kind === 'cover') return [];
  if (table === projections[kind].table) return row ? [{ ...row }] : [];
  if (table === 'evidence') return evidence.map((file) => ({ ...file }));
  if (table === 'matter_named') return named.map((pair) => ({ ...pair }));
  return released ? [{ ...released }] : [];
}

/**
 * Compares every derived table with the events.
 * @returns what differed, before the repair where one was asked for; empty where all is well
 */
export function recompute(db: Kysely<Schema>, options: RecomputeOptions = {}): Promise<Difference[]> {
  const { repair = false, onProgress = () => {} } = options;
  return db.transaction().execute(async (snapshot) => {
    const faults = await logFaults(snapshot);
    const found: Deviation[] = [];
    const released: ReleasedMatterTable[] = [];
    const touched = new Map<string, Row>();
    const { total } = await snapshot
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    let done = 0;
    for await (const page of histories(snapshot)) {
      const subjects: Replayed[] = [];
      for (const history of page) subjects.push(await replay(snapshot, history));
      found.push(...(await compareSubjects(snapshot, subjects)));
      for (const subject of subjects) {
        faults.push(...subject.faults);
        if (subject.released) released.push(subject.released);
        for (const pair of subject.touched) touched.set(`${pair.official_id} ${pair.year}`, { ...pair });
      }
      done += page.reduce((sum, history) => sum + history.length, 0);
      onProgress(done, total);
    }
    found.push(...(await strays(snapshot)));
    found.push(...deviations('tally', await allRows(snapshot, 'tally'), tallies(released)));
    found.push(...deviations('feed_change', await allRows(snapshot, 'feed_change'), [...touched.values()]));
    if (repair && faults.length === 0) await mend(snapshot, found);
    return [...faults, ...found.flatMap(differencesOf)];
  });
}

async function compareSubjects(db: Kysely<Schema>, subjects: readonly Replayed[]): Promise<Deviation[]> {
  const found: Deviation[] = [];
  // What cannot be replayed is a fault of its events; its rows are left alone.
  const ofKind = Map.groupBy(
    subjects.filter(({ row }) => row !== null),
    ({ kind }) => kind,
  );
  for (const [kind, replayed] of ofKind) {
    for (const [table, column] of Object.entries(tablesOf[kind]) as [DerivedTable, string][]) {
      const stored = await rowsWhere(
        db,
        table,
        column,
        replayed.map(({ subjectId }) => subjectId),
      );
      const expected = replayed.flatMap((subject) => expectedIn(table, subject));
      found.push(...deviations(table, stored, expected));
    }
  }
  return found;
}

/** Rows of which no event tells. */
async function strays(db: Kysely<Schema>): Promise<Deviation[]> {
  const found: Deviation[] = [];
  for (const [kind, tables] of Object.entries(tablesOf)) {
    for (const [table, column] of Object.entries(tables) as [DerivedTable, string][]) {
      const rows = await strayRows(db, table, column, kind);
      found.push(...rows.map((stored) => ({ table, stored, expected: null })));
    }
  }
  return found;
}

function tallies(released: readonly ReleasedMatterTable[]): Row[] {
  const groups = Map.groupBy(released, ({ official_id, year }) => `${official_id} ${year}`);
  return [...groups.values()].flatMap((matters) => {
    const [first] = matters;
    return first ? talliesOf(first.official_id, first.year, matters).map((tally) => ({ ...tally })) : [];
  });
}
