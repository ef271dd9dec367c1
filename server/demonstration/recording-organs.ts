/**
 * The judicial organs in which the people of the demonstration record, each with its share of the records. Most come
 * from the grass roots, as in practice; the home court of the demonstration has the most.
 */
import type { InstitutionKey } from './institutions.ts';
import { type Place, places } from './places.ts';

export const homeCourt: InstitutionKey = 'court:内0105';

export const recordingOrgans = {
  'court:内0105': 9,
  'court:内0102': 6,
  'court:内0103': 4,
  'court:内0104': 4,
  'court:内0121': 3,
  'court:内0202': 4,
  'court:内0203': 7,
  'court:内0204': 4,
  'court:内0302': 3,
  'court:内0402': 5,
  'court:内0404': 4,
  'court:内0430': 3,
  'court:内0502': 6,
  'court:内0526': 2,
  'court:内0602': 6,
  'court:内0627': 3,
  'court:内0702': 4,
  'court:内0782': 2,
  'court:内0802': 4,
  'court:内0902': 4,
  'court:内2201': 3,
  'court:内2502': 3,
  'court:内2921': 2,
  'court:内7102': 2,
  'procuratorate:150105': 4,
  'public-security:150105': 5,
  'court:内01': 3,
  'court:内02': 2,
  'court:内05': 2,
  'court:内06': 1,
  'procuratorate:150100': 1,
  'public-security:150100': 1,
  'court:内': 1,
} as const satisfies Partial<Record<InstitutionKey, number>>;

export type RecordingOrgan = keyof typeof recordingOrgans;

const divisions = new Set(
  Object.keys(recordingOrgans).flatMap((key) => {
    const figures = /^court:内(\d{4})$/.exec(key)?.[1];
    return figures ? [`15${figures}`] : [];
  }),
);

/** Banners, counties and districts whose courts record; the railways are none. */
export const recordingPlaces: readonly Place[] = places.filter(({ division }) => divisions.has(division));
