/**
 * The 200 officials of the demonstration: invented people in real posts. Some are retired or retire, some move in the
 * middle of a year, some are managed by a superior party committee, two bear one name.
 */
import type { OfficialRow } from '../store/schema.ts';
import type { Institutions } from './institutions.ts';
import { officialNames, spelling } from './names.ts';
import {
  elsewhere,
  isAbove,
  managingParty,
  type Placement,
  placementAt,
  placements,
  servingIn,
  titleOf,
} from './placements.ts';
import type { Place } from './places.ts';
import type { Seed } from './seed.ts';

/** A post with its dates, as the official's history keeps it; days such as 2021-03-01. */
interface HeldPost {
  organKind: string;
  organ: string;
  post: string;
  rank: string;
  from: string;
  until: string | null;
}

/** An official as the directory has them from a day on. */
export interface OfficialEntry {
  readonly from: string;
  readonly place: Place;
  readonly row: OfficialRow;
}

export interface DemonstrationOfficial {
  readonly id: string;
  /** Oldest first, never empty. */
  readonly entries: readonly [OfficialEntry, ...OfficialEntry[]];
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly placement: Placement;
}

/** People whom accounts, stories and tests name. */
const named = {
  leader: ['欧阳谷雨', '150105', '呼和浩特市赛罕区人民政府', '副区长'],
  leader2: ['端木清明', '150105', '呼和浩特市赛罕区教育局', '局长'],
  namesake: ['上官白露', '150105', '呼和浩特市赛罕区自然资源局', '副局长'],
  otherNamesake: ['上官白露', '150203', '包头市昆都仑区水务局', '局长'],
  vicePresident: ['司徒寒露', '150105', '呼和浩特市赛罕区人民法院', '副院长'],
} as const;

export type NamedOfficial = keyof typeof named;

/** The name of an official whom accounts name. */
export const nameOfOfficial = (key: NamedOfficial): string => named[key][0];

/** What becomes of an official, in per cent; those who are named stay. */
const careers = { stays: 80, moves: 10, retires: 4, retired: 6 };

/**
 * The officials, those who are named first.
 * @param since first day of the demonstration
 * @param until its last day
 */
export function demonstrationOfficials(
  seed: Seed,
  institutions: Institutions,
  since: string,
  until: string,
): DemonstrationOfficial[] {
  const people = peopleOf(seed);
  const random = seed.branch('careers');
  return people.map((person, index) => {
    const started = `${random.between(2017, 2023)}-${month(random.between(1, 12))}-01`;
    const entry = (from: string, placement: Placement, posts: HeldPost[], retired = false): OfficialEntry => ({
      from,
      place: placement.place,
      row: {
        id: person.id,
        name: person.name,
        ...spelling(person.name),
        ...titleOf(placement),
        retired: retired ? 1 : 0,
        institution_id: retired ? null : servingIn(institutions, placement),
        managing_party_id: managingParty(institutions, placement).id,
        reports_to_id: retired ? null : superiorOf(people, person.id, placement),
        posts: JSON.stringify(posts),
      },
    });
    const held = (placement: Placement, from: string, to: string | null): HeldPost => {
      const { organ_kind: organKind, ...title } = titleOf(placement);
      return { organKind, ...title, from, until: to };
    };
    const { placement } = person;
    const career = index < Object.keys(named).length ? 'stays' : random.weighted(careers);
    if (career === 'retired') {
      const ended = monthAfter(since, -random.between(1, 20));
      return { id: person.id, entries: [entry(since, placement, [held(placement, started, ended)], true)] };
    }
    const first = entry(since, placement, [held(placement, started, null)]);
    if (career === 'stays') return { id: person.id, entries: [first] };
    const on = monthAfter(since, random.between(2, monthsBetween(since, until) - 1));
    const ended = held(placement, started, on);
    const next = elsewhere(random, placement);
    const second =
      career === 'retires' ? entry(on, placement, [ended], true) : entry(on, next, [ended, held(next, on, null)]);
    return { id: person.id, entries: [first, second] };
  });
}

function peopleOf(seed: Seed): Person[] {
  const known = Object.entries(named).map(([key, [name, division, organ, post]]) => ({
    id: seed.idOf(`official:${key}`),
    name,
    placement: placementAt(division, organ, post),
  }));
  const names = officialNames(seed).filter((name) => known.every((person) => person.name !== name));
  const all = placements(
    seed.branch('placements'),
    known.map(({ placement }) => placement),
  );
  const others = all.slice(known.length).map((placement, index) => ({
    id: seed.idOf(`official:${index}`),
    name: names[index] ?? '',
    placement,
  }));
  return [...known, ...others];
}

/** The id of one of the people whom accounts and stories name. */
export const namedOfficialId = (seed: Seed, key: NamedOfficial): string => seed.idOf(`official:${key}`);

function superiorOf(people: readonly Person[], id: string, placement: Placement): string | null {
  return people.find((other) => other.id !== id && isAbove(other.placement, placement))?.id ?? null;
}

/** The entry of an official that holds on a day. */
export function entryOn({ entries }: DemonstrationOfficial, day: string): OfficialEntry {
  return entries.findLast(({ from }) => from <= day) ?? entries[0];
}

const month = (figure: number) => String(figure).padStart(2, '0');
const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthsBetween = (one: string, other: string) => monthsOf(other) - monthsOf(one);

/** The first day of the month so many months after a day. */
function monthAfter(day: string, months: number): string {
  const count = monthsOf(day) + months;
  return `${Math.floor(count / 12)}-${month((count % 12) + 1)}-01`;
}
