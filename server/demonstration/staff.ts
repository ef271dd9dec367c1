/** The colleagues of the demonstration: who records, reviews and determines in each of its institutions. */
import type { InstitutionKind, Role } from '../../shared/vocabulary.ts';
import type { InstitutionTable } from '../store/schema.ts';
import { announcedColleagues, type Colleague } from './accounts.ts';
import type { InstitutionKey, Institutions } from './institutions.ts';
import { staffNames } from './names.ts';
import { homeCourt, type RecordingOrgan, recordingOrgans } from './recording-organs.ts';
import type { Seed } from './seed.ts';

/** How recorders are called in user names. */
const recorderWords: Partial<Record<InstitutionKind, string>> = {
  court: 'judge',
  procuratorate: 'prosecutor',
  'public-security': 'police',
};

/** How many recorders an organ has for its share of the records, and at the home court, where the judges are announced. */
const recordersFor = (share: number) => Math.ceil(share / 2.5);
const recordersAtHome = 5;

const organKeys = Object.keys(recordingOrgans) as RecordingOrgan[];

/** Every colleague, the announced accounts first. */
export function demonstrationStaff(seed: Seed, institutions: Institutions): Colleague[] {
  const announced = announcedColleagues(seed, institutions);
  const names = staffNames(seed).filter((name) => announced.every((colleague) => colleague.name !== name));
  const staff = [...announced];
  const hire = (role: Role, institution: InstitutionTable, username: string) =>
    staff.push({ username, role, name: names.pop() ?? '', institutionId: institution.id, officialId: null });

  for (const key of organKeys) {
    const organ = institutions.at(key);
    const present = announced.filter(({ role, institutionId }) => role === 'recorder' && institutionId === organ.id);
    const wanted = key === homeCourt ? recordersAtHome : recordersFor(recordingOrgans[key]);
    for (let number = present.length + 1; number <= wanted; number++) {
      hire('recorder', organ, `${recorderWords[organ.kind as InstitutionKind]}.${labelOf(organ)}.${number}`);
    }
  }
  for (const organ of handlers(institutions)) {
    if (!holds(staff, 'reviewer', organ.id)) hire('reviewer', organ, `reviewer.${kindLabel(organ)}${labelOf(organ)}`);
  }
  for (const committee of committees(institutions)) {
    if (!holds(staff, 'committee', committee.id)) hire('committee', committee, `committee.${committee.division}`);
  }
  for (const division of ['150000', '150100', '150200'] as const) {
    hire('discipline', institutions.at(`discipline:${division}`), `discipline.${division}`);
  }
  return staff;
}

const holds = (staff: readonly Colleague[], role: Role, institutionId: string) =>
  staff.some((colleague) => colleague.role === role && colleague.institutionId === institutionId);

/** Every organ that records, and those above it: what names somebody who serves in an organ goes one up (rule 6). */
function handlers(institutions: Institutions): Set<InstitutionTable> {
  return withSuperiors(
    institutions,
    organKeys.map((key: InstitutionKey) => institutions.at(key)),
  );
}

function committees(institutions: Institutions): Set<InstitutionTable> {
  const ofHandlers = [...handlers(institutions)].flatMap(({ committee_id }) =>
    committee_id === null ? [] : [institutions.withId(committee_id)],
  );
  return withSuperiors(institutions, ofHandlers);
}

function withSuperiors(institutions: Institutions, organs: readonly InstitutionTable[]): Set<InstitutionTable> {
  const all = new Set<InstitutionTable>();
  for (const organ of organs) {
    for (let at: InstitutionTable | null = organ; at; at = above(institutions, at)) all.add(at);
  }
  return all;
}

/** 0105 of a court, 150105 of another organ. User names have no Chinese in them. */
const labelOf = ({ kind, code, division }: InstitutionTable) => (kind === 'court' ? code.slice(1) || 'high' : division);
const kindLabel = ({ kind }: InstitutionTable) =>
  kind === 'court' ? '' : `${recorderWords[kind as InstitutionKind]}.`;

const above = (institutions: Institutions, { superior_id }: InstitutionTable) =>
  superior_id === null ? null : institutions.withId(superior_id);
