/** The places of the autonomous region, from its courts: a court's code carries the division, its name the place's name. */
import { type Court, courts, superiorCourt } from '../../shared/court/courts.ts';
import type { Level } from '../../shared/vocabulary.ts';

export interface Place {
  /** Administrative division, such as 150105. */
  readonly division: string;
  /** 呼和浩特市赛罕区 */
  readonly name: string;
  readonly level: Level;
  /** Division of the place above; null for the region. */
  readonly above: string | null;
}

export const region = '150000';

/** The 121 courts of the region, each before those below it. */
export const regionalCourts: readonly Court[] = courts.filter(({ code }) => code.startsWith('内'));

const levels: Record<Exclude<Court['level'], 'supreme'>, Level> = {
  high: 'region',
  intermediate: 'league',
  basic: 'banner',
};

/** The administrative level at which a court stands. @throws {RangeError} for the Supreme People's Court. */
export function levelOfCourt(court: Court): Level {
  if (court.level === 'supreme') throw new RangeError(court.name);
  return levels[court.level];
}

/** Railways (71) and development zones (91) have courts, but are no division and have no party committee of their own. */
const special = /^(7|9)|^..9/;

/**
 * The division whose organs stand beside a court: its own; for a zone the city's, for the railways the region.
 * @param court a court of the region
 */
export function divisionOf(court: Court): string {
  const figures = court.code.slice(1);
  if (!special.test(figures)) return `15${figures.padEnd(4, '0')}`;
  const above = superiorCourt(court);
  return above ? divisionOf(above) : region;
}

function placeOf(court: Court): Place[] {
  const figures = court.code.slice(1);
  if (special.test(figures)) return [];
  const above = superiorCourt(court);
  const name = court.name.replace(/^内蒙古自治区(?=.+中级)/, '').replace(/(高级|中级)?人民法院$/, '');
  const level = levelOfCourt(court);
  return [{ division: divisionOf(court), name, level, above: level === 'region' || !above ? null : divisionOf(above) }];
}

/** Every place that has a court, the region first. */
export const places: readonly Place[] = regionalCourts.flatMap(placeOf);

const byDivision = new Map(places.map((place) => [place.division, place]));

/** @throws {RangeError} for a division that has no place here. */
export function placeAt(division: string): Place {
  const place = byDivision.get(division);
  if (!place) throw new RangeError(`No place ${division}`);
  return place;
}
