/** All stories of the demonstration: those of the home court, and some three thousand of two years all over the region. */
import type { Viewer } from '../access/viewer.ts';
import type { InstitutionTable } from '../store/schema.ts';
import type { Accounts } from './accounts.ts';
import { Actors, actorOf } from './actor.ts';
import { type ApproachKind, approaches, isSerious } from './approaches.ts';
import type { Calendar } from './calendar.ts';
import { casePageSeal, pictured } from './case-page.ts';
import { caseOf } from './cases.ts';
import { type HomeStory, homeStories, homeWindow } from './home-stories.ts';
import type { InstitutionKey, Institutions } from './institutions.ts';
import { type DemonstrationOfficial, entryOn, namedOfficialId, type OfficialEntry } from './officials.ts';
import { homeCourt, type RecordingOrgan, recordingOrgans } from './recording-organs.ts';
import type { Seed } from './seed.ts';
import type { Story } from './story.ts';
import { type Plot, Storyteller } from './storyteller.ts';

/** Records that never came before a reviewer to the end, among all: per mille. */
const endings = { none: 962, captured: 10, withdrawn: 18, returned: 10 };
/** The announced judge has few records, so that their own list is read in one go; the colleagues at home have the rest. */
const homeShares = [7, 22, 26, 26, 26];
/** How often colleagues record the same approach. */
const companionship = { ordinary: 0.035, serious: 0.3 };

const shares = Object.fromEntries(Object.entries(approaches).map(([kind, { share }]) => [kind, share])) as Record<
  ApproachKind,
  number
>;

/** In what the stories play. */
export interface Setting {
  readonly institutions: Institutions;
  readonly officials: readonly DemonstrationOfficial[];
  readonly accounts: Accounts;
  readonly calendar: Calendar;
  /** Address of the case systems, with a slash at its end. */
  readonly caseSystem: string;
}

export class Stories {
  readonly #seed: Seed;
  readonly #setting: Setting;
  readonly #teller: Storyteller;
  readonly #officials: ReadonlyMap<string, DemonstrationOfficial>;
  readonly #recorders: ReadonlyMap<string, Viewer[]>;

  constructor(seed: Seed, setting: Setting) {
    const { institutions, officials, accounts, caseSystem } = setting;
    // What is told of these is told by the home stories.
    const told = (['leader', 'leader2', 'namesake', 'otherNamesake'] as const).map((key) => namedOfficialId(seed, key));
    // What names somebody of the home committee goes past it: whoever tries the demonstration would look for it in vain.
    const committee = institutions.at(homeCourt).committee_id;
    const servesInCommittee = ({ row }: OfficialEntry) => row.institution_id === committee;
    this.#seed = seed;
    this.#setting = setting;
    const candidates = officials.filter(({ id, entries }) => !told.includes(id) && !entries.some(servesInCommittee));
    this.#teller = new Storyteller(new Actors(candidates), caseSystem);
    this.#officials = new Map(officials.map((official) => [official.id, official]));
    this.#recorders = Map.groupBy(
      [...accounts.values()].filter(({ role }) => role === 'recorder'),
      ({ institutionId }) => institutionId,
    );
  }

  /**
   * The stories, in no order.
   * @param records so many there are, those of companions counted, and never fewer than the home court tells
   */
  all(records: number): Story[] {
    const stories = homeStories.map((home, index) => this.#atHome(this.#seed.branch(`home-${index}`), home));
    for (let index = 0, told = stories.length; told < records; index++) {
      const story = this.#anywhere(this.#seed.branch(`story-${index}`));
      stories.push(story);
      told += 1 + story.companions.length;
    }
    return stories;
  }

  #atHome(seed: Seed, { recorder, ago, official, pictured: isPictured = false, ...plot }: HomeStory): Story {
    const { institutions, accounts, calendar } = this.#setting;
    const organ = institutions.at(homeCourt);
    const day = calendar.days.at(-1 - ago) ?? calendar.days[0] ?? '';
    const viewer = accounts.get(recorder);
    if (!viewer) throw new RangeError(`No recorder ${recorder}`);
    const known = official && this.#officials.get(namedOfficialId(this.#seed, official));
    return this.#teller.tell(seed, {
      ...plot,
      organ,
      recorder: viewer,
      capturedAt: calendar.during(seed, day),
      case: isPictured ? pictured : caseOf(seed, organ, day),
      screenshot: isPictured ? casePageSeal : null,
      brisk: ago < homeWindow,
      ...(known ? { actor: actorOf(entryOn(known, day)), capacity: plot.capacity ?? 'official' } : {}),
    });
  }

  #anywhere(seed: Seed): Story {
    const { institutions, calendar } = this.#setting;
    const key = seed.weighted<RecordingOrgan>(recordingOrgans);
    const organ = institutions.at(key);
    const days = calendar.days.slice(0, key === homeCourt ? -homeWindow : undefined);
    // The practice grows: a little more in the second year than in the first.
    const day = days[Math.floor(seed.fraction() ** 0.85 * days.length)] ?? seed.pick(days);
    const ending = seed.weighted(endings);
    const plot: Plot = {
      organ,
      recorder: this.#recorderOf(seed, key, organ),
      kind: seed.weighted(shares),
      capturedAt: calendar.during(seed, day),
      case: caseOf(seed, organ, day),
      ending: ending === 'none' ? null : ending,
    };
    const story = this.#teller.tell(seed, plot);
    return { ...story, companions: this.#companions(seed, plot, story) };
  }

  #recorderOf(seed: Seed, key: InstitutionKey, organ: InstitutionTable): Viewer {
    const recorders = this.#recorders.get(organ.id) ?? [];
    if (key !== homeCourt) return seed.pick(recorders);
    const drawn = seed.weighted(Object.fromEntries(homeShares.entries()));
    return recorders[Number(drawn)] ?? seed.pick(recorders);
  }

  /** Colleagues who were approached on the same day; not about somebody of their own organ, whom another organ handles. */
  #companions(seed: Seed, plot: Plot, { details: { actor, capacity }, ending }: Story): Story[] {
    const often = isSerious(plot.kind) ? companionship.serious : companionship.ordinary;
    const colleague = seed.pick(this.#recorders.get(plot.organ.id) ?? []);
    const official = actor.officialId ? this.#officials.get(actor.officialId) : undefined;
    const insider = official?.entries.some(({ row }) => row.institution_id === plot.organ.id) ?? false;
    if (ending !== null || insider || colleague === plot.recorder || !seed.happens(often)) return [];
    const capturedAt = this.#setting.calendar.after(seed, plot.capturedAt, 0);
    return [this.#teller.tell(seed, { ...plot, actor, capacity, recorder: colleague, capturedAt })];
  }
}
