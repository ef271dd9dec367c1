/**
 * The institutions of the demonstration: every court of the region, and beside the courts the party committee, its
 * political-legal committee, discipline inspection and organisation department of each place; who is superior to whom,
 * and which committee each reports to (Art. 7). Real institutions by their real names.
 */
import { superiorCourt } from '../../shared/court/courts.ts';
import type { InstitutionKind } from '../../shared/vocabulary.ts';
import type { InstitutionTable } from '../store/schema.ts';
import { divisionOf, levelOfCourt, type Place, placeAt, places, region, regionalCourts } from './places.ts';
import type { Seed } from './seed.ts';

/** Names an institution: its kind and its court code or division, such as `court:内0105` or `committee:150105`. */
export type InstitutionKey = `${InstitutionKind}:${string}`;

type PartyOrgan = Extract<InstitutionKind, 'party' | 'committee' | 'discipline' | 'hr'>;

/** How the organs of a place are called; the region's own write its committee out. */
const partyOrgans: Record<PartyOrgan, (name: string, level: Place['level']) => string> = {
  party: (name) => `中共${name}委员会`,
  committee: (name, level) => `中共${name}${level === 'region' ? '委员会' : '委'}政法委员会`,
  discipline: (name) => `中共${name}纪律检查委员会`,
  hr: (name, level) => `中共${name}${level === 'region' ? '委员会' : '委'}组织部`,
};

/** Procuratorates and public-security organs as far as the demonstration has them: short name, name, place, place above. */
const otherJudicialOrgans = [
  ['procuratorate', '内检', '内蒙古自治区人民检察院', region, null],
  ['procuratorate', '呼检', '呼和浩特市人民检察院', '150100', region],
  ['procuratorate', '呼赛检', '呼和浩特市赛罕区人民检察院', '150105', '150100'],
  ['public-security', '内公', '内蒙古自治区公安厅', region, null],
  ['public-security', '呼公', '呼和浩特市公安局', '150100', region],
  ['public-security', '呼赛公', '呼和浩特市公安局赛罕区分局', '150105', '150100'],
] as const;

type Draft = Pick<InstitutionTable, 'name' | 'kind' | 'level' | 'code' | 'division'> & {
  key: InstitutionKey;
  superior: InstitutionKey | null;
  /** Division whose committee it reports to, null for organs of the party itself. */
  reportsTo: string | null;
  /** Division of the party committee that it belongs to, null for that committee. */
  party: string | null;
};

const ofPlaces: Draft[] = places.flatMap(({ division, name, level, above }) =>
  (Object.keys(partyOrgans) as PartyOrgan[]).map((kind) => ({
    key: `${kind}:${division}` as const,
    name: partyOrgans[kind](name, level),
    kind,
    level,
    code: '',
    division,
    superior: above === null ? null : (`${kind}:${above}` as const),
    reportsTo: null,
    party: kind === 'party' ? null : division,
  })),
);

const ofCourts: Draft[] = regionalCourts.map((court) => {
  const above = superiorCourt(court);
  const division = divisionOf(court);
  return {
    key: `court:${court.code}` as const,
    name: court.name,
    kind: 'court',
    level: levelOfCourt(court),
    code: court.code,
    division,
    superior: above?.code.startsWith('内') ? (`court:${above.code}` as const) : null,
    reportsTo: division,
    party: division,
  };
});

const ofOthers: Draft[] = otherJudicialOrgans.map(([kind, code, name, division, above]) => ({
  key: `${kind}:${division}` as const,
  name,
  kind,
  level: placeAt(division).level,
  code,
  division,
  superior: above && (`${kind}:${above}` as const),
  reportsTo: division,
  party: division,
}));

export class Institutions {
  /** Every row, each behind its superior. */
  readonly all: readonly InstitutionTable[];
  readonly #byKey: ReadonlyMap<string, InstitutionTable>;
  readonly #byId: ReadonlyMap<string, InstitutionTable>;

  /** @param caseSystemOrigins match patterns of the case systems, the same for every judicial organ */
  constructor(seed: Seed, caseSystemOrigins: readonly string[]) {
    const idOf = (key: InstitutionKey) => seed.idOf(key);
    const rows = [...ofPlaces, ...ofCourts, ...ofOthers].map(({ key, superior, reportsTo, party, ...draft }) => {
      const row: InstitutionTable = {
        ...draft,
        id: idOf(key),
        superior_id: superior && idOf(superior),
        committee_id: reportsTo && idOf(`committee:${reportsTo}`),
        party_id: party && idOf(`party:${party}`),
        time_zone: 'Asia/Shanghai',
        case_system_origins: JSON.stringify(reportsTo === null ? [] : caseSystemOrigins),
      };
      return [key, row] as const;
    });
    this.all = rows.map(([, row]) => row);
    this.#byKey = new Map(rows);
    this.#byId = new Map(this.all.map((row) => [row.id, row]));
  }

  /** @throws {RangeError} where the demonstration has no such institution. */
  at(key: InstitutionKey): InstitutionTable {
    return found(this.#byKey.get(key), key);
  }

  /** Like {@link at}, null where there is none. */
  find(key: InstitutionKey): InstitutionTable | null {
    return this.#byKey.get(key) ?? null;
  }

  /** @throws {RangeError} for an unknown id. */
  withId(id: string): InstitutionTable {
    return found(this.#byId.get(id), id);
  }
}

function found(row: InstitutionTable | undefined, name: string): InstitutionTable {
  if (!row) throw new RangeError(`No institution ${name}`);
  return row;
}
