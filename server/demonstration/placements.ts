/** Which posts of which places the 200 officials hold. */
import type { OrganKind } from '../../shared/vocabulary.ts';
import type { InstitutionTable } from '../store/schema.ts';
import type { Institutions } from './institutions.ts';
import { type Place, placeAt, places, region } from './places.ts';
import { type PostTemplate, postTemplates, ranks } from './posts.ts';
import { recordingPlaces } from './recording-organs.ts';
import type { Seed } from './seed.ts';

/** A post of a place. */
export interface Placement {
  readonly template: PostTemplate;
  readonly place: Place;
}

const total = 200;
/** Officials of each banner with a court that records, of each league, of the region; the rest serve in 赛罕区 and 呼和浩特. */
const quota = { banner: 5, league: 4, region: 14 };
const home = ['150105', '150105', '150100'] as const;

/** Every organ kind of Art. 13 has its share; governments have most posts. */
const share: Record<OrganKind, number> = {
  party: 4,
  congress: 2,
  government: 12,
  cppcc: 2,
  court: 2,
  procuratorate: 2,
  enterprise: 3,
  'public-institution': 3,
  'social-organisation': 2,
};

const organOf = ({ template, place }: Placement): string => template.organ(place);
const wordingOf = (placement: Placement) => `${organOf(placement)} ${placement.template.post(placement.place)}`;

/** The columns of the directory that a post decides. */
export function titleOf({ template, place }: Placement) {
  return {
    organ_kind: template.organKind,
    organ: template.organ(place),
    post: template.post(place),
    rank: ranks[template.standing][place.level],
  };
}

/** The post of a place with these words. @throws {RangeError} where there is none. */
export function placementAt(division: string, organ: string, post: string): Placement {
  const place = placeAt(division);
  const template = postTemplates.find((known) => known.organ(place) === organ && known.post(place) === post);
  if (!template) throw new RangeError(`No post ${organ} ${post}`);
  return { place, template };
}

/**
 * A post for every official, none twice.
 * @param fixed posts that are held already; they come first
 */
export function placements(seed: Seed, fixed: readonly Placement[]): Placement[] {
  const leagues = places.filter(({ level }) => level === 'league');
  const wanted = [
    ...Array.from({ length: quota.region }, () => placeAt(region)),
    ...leagues.flatMap((place) => Array.from({ length: quota.league }, () => place)),
    ...recordingPlaces.flatMap((place) => Array.from({ length: quota.banner }, () => place)),
  ];
  while (fixed.length + wanted.length < total) wanted.push(placeAt(home[wanted.length % home.length] ?? home[0]));
  const taken = new Set(fixed.map(wordingOf));
  const chosen = wanted.map((place) => {
    const placement = { place, template: freePost(seed, place, taken) };
    taken.add(wordingOf(placement));
    return placement;
  });
  return [...fixed, ...chosen];
}

function freePost(seed: Seed, place: Place, taken: ReadonlySet<string>): PostTemplate {
  const free = postTemplates.filter(
    (template) => template.levels.includes(place.level) && !taken.has(wordingOf({ template, place })),
  );
  const organKind = seed.weighted(share);
  const fitting = free.filter((template) => template.organKind === organKind);
  return seed.pick(fitting.length > 0 ? fitting : free);
}

/** A post of the same standing in another organ of the same place. */
export function elsewhere(seed: Seed, { template, place }: Placement): Placement {
  const others = postTemplates.filter(
    ({ standing, levels, organ }) =>
      standing === template.standing && levels.includes(place.level) && organ(place) !== template.organ(place),
  );
  return { place, template: seed.pick(others) };
}

/** The institution of ours in which whoever holds the post serves, null where the organ is none of ours. */
export function servingIn(institutions: Institutions, placement: Placement): string | null {
  const { template, place } = placement;
  if (!template.serves) return null;
  if (template.serves !== 'court') return institutions.find(`${template.serves}:${place.division}`)?.id ?? null;
  const organ = organOf(placement);
  return institutions.all.find(({ kind, name }) => kind === 'court' && name === organ)?.id ?? null;
}

/** 干部管理权限: the leaders of a place are managed one level up, everybody else by the committee of their place. */
export function managingParty(institutions: Institutions, { template, place }: Placement): InstitutionTable {
  return institutions.at(`party:${(template.standing === 'leader' && place.above) || place.division}`);
}

/** Whether one post stands above another: in the same organ, or as a head of the government above a department. */
export function isAbove(one: Placement, other: Placement): boolean {
  const order = { leader: 0, head: 1, deputy: 2 };
  if (one.place !== other.place || order[one.template.standing] >= order[other.template.standing]) return false;
  const governs = one.template.standing === 'leader' && one.template.organKind === 'government';
  return organOf(one) === organOf(other) || (governs && other.template.organKind === 'government');
}
