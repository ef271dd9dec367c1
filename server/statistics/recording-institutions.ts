/** Counts records by the institution in which they were made: closed quarters only, suppressed before anybody sees them. */
import type { Kysely } from 'kysely';
import { boundsOf, newestPublished, publishedOn, type Quarter, quarters } from '../../shared/statistics/quarter.ts';
import {
  type RecordingInstitutionRow,
  type RecordingInstitutions,
  recordingKinds,
  type StatisticsQuery,
} from '../../shared/statistics/recording-institutions.ts';
import { type Counts, suppress } from '../../shared/statistics/suppress.ts';
import { dayIn } from '../../shared/time/period.ts';
import { codesOf, type Level } from '../../shared/vocabulary.ts';
import type { InstitutionTable, Schema } from '../store/schema.ts';

/** Who asks, and when. */
export interface Asking {
  /** The HR department: it sees the organs under its party committee and under the committees below that. */
  readonly departmentId: string;
  readonly now: Date;
}

type Organ = Pick<InstitutionTable, 'id' | 'name' | 'kind' | 'level' | 'time_zone'>;

/** The statistics of a year, or of one quarter of it. */
export async function recordingInstitutions(
  db: Kysely<Schema>,
  { departmentId, now }: Asking,
  query: StatisticsQuery,
): Promise<RecordingInstitutions> {
  const department = await db
    .selectFrom('institution')
    .select(['party_id', 'time_zone'])
    .where('id', '=', departmentId)
    .executeTakeFirstOrThrow();
  const today = dayIn(now.toISOString(), department.time_zone);
  const year = query.year ?? newestPublished(today).year;
  const asked = query.quarter ? [query.quarter] : codesOf(quarters);
  const published = asked.filter((quarter) => publishedOn(year, quarter) <= today);
  const organs = await organsUnder(db, department.party_id);
  const rows: RecordingInstitutionRow[] = [];
  for (const quarter of published) {
    const counts = await countsOf(db, year, quarter, new Set(organs.map(({ time_zone }) => time_zone)));
    rows.push(...organs.map((organ) => rowOf(organ, year, quarter, counts)));
  }
  const unpublished = asked
    .filter((quarter) => !published.includes(quarter))
    .map((quarter) => ({ quarter, publishedOn: publishedOn(year, quarter) }));
  return { statistics: 'recording-institutions', schemaVersion: 1, year, rows, unpublished };
}

/** Courts, procuratorates and public-security organs under a party committee, the higher first. */
async function organsUnder(db: Kysely<Schema>, partyId: string | null): Promise<Organ[]> {
  return db
    .withRecursive('under', (tables) =>
      tables
        .selectFrom('institution')
        .select('id')
        .where('id', '=', partyId)
        .union(
          tables
            .selectFrom('institution')
            .innerJoin('under', 'under.id', 'institution.superior_id')
            .select('institution.id'),
        ),
    )
    .selectFrom('institution')
    .select(['id', 'name', 'kind', 'level', 'time_zone'])
    .where('kind', 'in', [...recordingKinds])
    .where('party_id', 'in', (eb) => eb.selectFrom('under').select('under.id'))
    .orderBy('level', 'desc')
    .orderBy('code')
    .orderBy('id')
    .execute();
}

/** Counts of all institutions, by zone and id: what is asked of the store does not depend on what it holds. */
async function countsOf(
  db: Kysely<Schema>,
  year: number,
  quarter: Quarter,
  zones: ReadonlySet<string>,
): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>();
  for (const zone of zones) {
    const { from, before } = boundsOf(year, quarter, zone);
    const counted = await db
      .selectFrom('record')
      .select(({ fn }) => [
        'institution_id',
        fn.countAll<number>().as('records'),
        fn.count<number>('recorder_id').distinct().as('recorders'),
      ])
      // Received, not occurred or captured: that instant is the server's own and never changes, nor does the count.
      .where('received_at', '>=', from)
      .where('received_at', '<', before)
      .groupBy('institution_id')
      .execute();
    for (const { institution_id, records, recorders } of counted)
      counts.set(`${zone} ${institution_id}`, { records: Number(records), recorders: Number(recorders) });
  }
  return counts;
}

function rowOf(
  { id, name, kind, level, time_zone }: Organ,
  year: number,
  quarter: Quarter,
  counts: ReadonlyMap<string, Counts>,
): RecordingInstitutionRow {
  return {
    year,
    quarter,
    institutionId: id,
    institutionName: name,
    // The query admits these kinds only.
    institutionKind: kind as RecordingInstitutionRow['institutionKind'],
    level: level as Level,
    ...suppress(counts.get(`${time_zone} ${id}`) ?? { records: 0, recorders: 0 }),
  };
}
