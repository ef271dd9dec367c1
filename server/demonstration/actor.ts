/** Who approaches a recorder: mostly officials of the directory from near by, some strangers, organs and colleagues. */
import type { Details } from '../../shared/record/details.ts';
import type { Capacity } from '../../shared/vocabulary.ts';
import type { InstitutionTable } from '../store/schema.ts';
import { type DemonstrationOfficial, entryOn, type OfficialEntry } from './officials.ts';
import { placeAt } from './places.ts';
import type { Seed } from './seed.ts';

type Actor = Details['actor'];

/** From where officials approach a court, in per cent. */
const distances = { near: 58, above: 26, region: 10, anywhere: 6 };

const maskedNames = '张某 王某 李某 赵某 陈某 刘某 孙某 周某 吴某 郑某 云某 白某 包某 韩某 高某'.split(' ');
const departments = '住房和城乡建设局 自然资源局 市场监督管理局 信访局 财政局 工业和信息化局 农牧局'.split(' ');
const judicialPosts = ['法官', '法官助理', '书记员', '副庭长', '综合办公室工作人员'];

export class Actors {
  readonly #officials: readonly DemonstrationOfficial[];
  readonly #byDivision: ReadonlyMap<string, DemonstrationOfficial[]>;
  /** How often each official was chosen for a serious story, so that these spread over many. */
  readonly #chosen = new Map<string, number>();

  /** @param officials those who may be chosen */
  constructor(officials: readonly DemonstrationOfficial[]) {
    this.#officials = officials;
    this.#byDivision = Map.groupBy(officials, ({ entries: [{ place }] }) => place.division);
  }

  /** Somebody who asks in a capacity on a day, and the official of the directory behind it, where there is one. */
  inCapacity(seed: Seed, capacity: Capacity, organ: InstitutionTable, day: string): Actor {
    const { name } = placeAt(organ.division);
    switch (capacity) {
      case 'organisation': {
        const department = `${name}${seed.pick(departments)}`;
        return { officialId: null, name: department, organ: department, post: '' };
      }
      case 'other':
        return { officialId: null, name: seed.pick(maskedNames), organ: '', post: seed.pick(['当事人亲友', '']) };
      case 'insider':
        return this.#insider(seed, organ, day);
      default:
        if (seed.happens(0.12)) {
          return {
            officialId: null,
            name: seed.pick(maskedNames),
            organ: `${name}${seed.pick(departments)}`,
            post: '科长',
          };
        }
        return actorOf(entryOn(this.#near(seed, organ), day));
    }
  }

  /** An official from near by; some lean on courts again and again, most once. */
  forSerious(seed: Seed, organ: InstitutionTable, day: string): Actor {
    const { division, above } = placeAt(organ.division);
    const candidates = [...this.#at(division), ...(above ? this.#at(above) : [])].filter(servesElsewhere(organ));
    const all = seed.shuffled(candidates.length > 0 ? candidates : this.#officials);
    const times = ({ id }: DemonstrationOfficial) => this.#chosen.get(id) ?? 0;
    const [fewest = seed.pick(all)] = all.toSorted((one, other) => times(one) - times(other));
    const official = (seed.happens(0.5) && all.find((candidate) => times(candidate) > 0)) || fewest;
    this.#chosen.set(official.id, times(official) + 1);
    return actorOf(entryOn(official, day));
  }

  #at(division: string): readonly DemonstrationOfficial[] {
    return this.#byDivision.get(division) ?? [];
  }

  #near(seed: Seed, organ: InstitutionTable): DemonstrationOfficial {
    const place = placeAt(organ.division);
    const pools: Record<keyof typeof distances, readonly DemonstrationOfficial[]> = {
      near: this.#at(place.division),
      above: this.#at(place.above ?? place.division),
      region: this.#at('150000'),
      anywhere: this.#officials,
    };
    const pool = pools[seed.weighted(distances)].filter(servesElsewhere(organ));
    return seed.pick(pool.length > 0 ? pool : this.#officials);
  }

  /** Somebody of a court or procuratorate: mostly a colleague of the same organ, whom the directory need not have. */
  #insider(seed: Seed, organ: InstitutionTable, day: string): Actor {
    const judicial = ({ row }: OfficialEntry) => row.organ_kind === 'court' || row.organ_kind === 'procuratorate';
    const known = this.#at(organ.division)
      .map((official) => entryOn(official, day))
      .filter(judicial);
    if (known.length > 0 && seed.happens(0.35)) return actorOf(seed.pick(known));
    return { officialId: null, name: seed.pick(maskedNames), organ: organ.name, post: seed.pick(judicialPosts) };
  }
}

/** Colleagues of one's own organ are insiders; the stories of leading cadres are about others. */
const servesElsewhere =
  (organ: InstitutionTable) =>
  ({ entries }: DemonstrationOfficial): boolean =>
    entries.every(({ row }) => row.institution_id !== organ.id);

/** An official as a recorder chooses them from the directory. */
export const actorOf = ({ row }: OfficialEntry): Actor => ({
  officialId: row.id,
  name: row.name,
  organ: row.organ,
  post: row.post,
});
