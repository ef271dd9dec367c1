/** The deeds that fill the directory: institutions, officials, and every change of post since. */
import type { InstitutionTable, OfficialRow } from '../store/schema.ts';
import { daysAfter, midnightOf } from './calendar.ts';
import type { Deed } from './deed.ts';
import type { Institutions } from './institutions.ts';
import type { DemonstrationOfficial } from './officials.ts';

/** The directory is registered in the weeks before the first record, one entry a second. */
const lead = { institutions: -28, officials: -21 };
/** Changes of post are entered in the morning. */
const morning = 8 * 3_600_000;

export function directoryDeeds(
  institutions: Institutions,
  officials: readonly DemonstrationOfficial[],
  since: string,
): Deed[] {
  const [first, second] = [lead.institutions, lead.officials].map(
    (days) => midnightOf(daysAfter(since, days)) + morning,
  );
  return [
    ...institutions.all.map((row, index) => ({ at: (first ?? 0) + index * 1000, command: registerInstitution(row) })),
    ...officials.flatMap(({ entries: [entry, ...changes] }, index) => [
      { at: (second ?? 0) + index * 1000, command: enterOfficial('registered', entry.row) },
      ...changes.map(({ from, row }) => ({
        at: midnightOf(from) + morning + index * 1000,
        command: enterOfficial('changed', row),
      })),
    ]),
  ];
}

function registerInstitution({ id, ...body }: InstitutionTable): Deed['command'] {
  return (work) =>
    work.append({
      institutionId: id,
      subjectKind: 'institution',
      subjectId: id,
      type: 'registered',
      actorId: null,
      body,
    });
}

/** An official's history stands in the log of the party committee that manages them. */
function enterOfficial(type: 'registered' | 'changed', { id, ...body }: OfficialRow): Deed['command'] {
  return (work) =>
    work.append({
      institutionId: body.managing_party_id,
      subjectKind: 'official',
      subjectId: id,
      type,
      actorId: null,
      body,
    });
}
