import { addDays } from '../../kernel/calendar/index.ts';
import type { Chance } from '../play/chance.ts';
import { isWorked, workdayFrom } from '../play/days.ts';
import { CompanyRegister } from './companies.ts';
import { unruled } from './places.ts';
import { type Fate, planLead, type PlannedLead, type Settled } from './planned-lead.ts';
import { type Source, sources } from './sources.ts';

/** Leads that come in at one moment of a day: a list of marketing, or one by one. */
export interface Intake {
  readonly day: string;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly comes: Source['comes'];
  /** Name of the list, and so of its file and campaign. */
  readonly list?: string;
  readonly leads: readonly PlannedLead[];
}

/** Leads a list holds; more of them make more lists. */
const LIST_LENGTH = 85;
/** One in so many that are not on a list asks for what another seller follows already. */
const ONE_IN_DISPUTED = 45;

/** What a newcomer must find on the first day, and how many workdays before it begins. */
const bound: readonly (readonly [Fate, workdaysBefore: number, count: number])[] = [
  ['overlong', 40, 3],
  ['stalled', 30, 5],
  ['awaiting', 27, 3],
  ['uncalled', 10, 4],
  ['neglected', 7, 8],
  ['paused', 6, 7],
  ['untouched', 5, 6],
  ['unruled', 3, 2],
  ['incomplete', 1, 5],
];

/** With fewer leads than this there is also less to be found on the first day. */
const WHOLE = 1_000;

/** Less is sold around the Spring Festival and in the summer heat, more before the year ends. */
const seasons = [0.75, 0.55, 1.25, 1.15, 1.05, 1, 0.9, 0.85, 1.15, 1.05, 1.2, 1.1];
const seasonOf = (day: string): number => seasons[Number(day.slice(5, 7)) - 1] ?? 1;

function workdayBefore(today: string, count: number): string {
  let day = isWorked(today) ? today : addDays(today, -1);
  for (let left = count; left > 0 || !isWorked(day); day = addDays(day, -1)) if (isWorked(day)) left -= 1;
  return day;
}

/** The market of some days: every lead that will come in, day by day. */
class Market {
  readonly intakes: Intake[] = [];
  readonly #chance: Chance;
  readonly #register = new CompanyRegister();
  readonly #days: readonly string[];
  #nth = 0;

  constructor(chance: Chance, days: readonly string[]) {
    this.#chance = chance;
    this.#days = days.filter(isWorked);
  }

  #plan(source: Source, settled?: Settled): PlannedLead {
    this.#nth += 1;
    return planLead(this.#chance, this.#register, this.#nth, source, settled);
  }

  /** Lists come now and then, each for one occasion. */
  lists(source: Source, count: number): void {
    const chance = this.#chance.fork(`lists ${source.key}`);
    const lists = Math.max(1, Math.round(count / LIST_LENGTH));
    for (let place = 0; place < lists; place += 1) {
      const share = Math.round(((place + 1) * count) / lists) - Math.round((place * count) / lists);
      const at = Math.min(
        this.#days.length - 1,
        Math.floor(((place + chance.next() * 0.8) / lists) * this.#days.length),
      );
      const day = this.#days[at] ?? '';
      const names = source.lists ?? [];
      const list = `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${names[place % names.length] ?? ''}`;
      const leads = Array.from({ length: share }, () => this.#plan(source));
      if (share > 0) this.intakes.push({ day, minute: 9 * 60 + 20 + chance.int(0, 60), comes: 'list', list, leads });
    }
  }

  /** The others come one by one, more of them in the good months. */
  singles(source: Source, count: number): void {
    const chance = this.#chance.fork(`singles ${source.key}`);
    const weighted = this.#days.map((day) => ({ day, weight: seasonOf(day) }));
    for (let place = 0; place < count; place += 1) {
      const again = chance.happens(1 / ONE_IN_DISPUTED) ? this.#knownCompany(chance) : undefined;
      this.#one(source, chance.weighted(weighted).day, chance, again ? { companyName: again } : {});
    }
  }

  #one(source: Source, day: string, chance: Chance, settled: Settled): void {
    const leads = [this.#plan(source, settled)];
    this.intakes.push({ day, minute: chance.int(8 * 60 + 35, 17 * 60 + 20), comes: source.comes, leads });
  }

  #knownCompany(chance: Chance): string | undefined {
    const known = this.intakes.filter(({ comes }) => comes !== 'list');
    return known.length > 0 ? chance.oneOf(known).leads[0]?.companyName : undefined;
  }

  /** What must be there on the first day, as far as the play reaches back. */
  bound(source: Source, today: string, part: number): void {
    const chance = this.#chance.fork('bound');
    for (const [fate, before, count] of bound)
      for (let place = 0; place < Math.max(1, Math.round(count * part)); place += 1) {
        const day = workdayBefore(today, before + (before > 1 ? place % 3 : 0));
        if (day < (this.#days[0] ?? day)) continue;
        this.#one(source, day, chance, {
          fate,
          nearness: 'buying',
          ...(fate === 'unruled' ? { place: unruled, certain: true } : {}),
        });
      }
  }
}

/** Plans what comes in on which of the days, the last of them today; about `count` leads. */
export function planIntake(chance: Chance, days: readonly string[], count: number): readonly Intake[] {
  const market = new Market(chance, days);
  for (const source of sources) {
    const share = Math.round((source.share * count) / 1_000);
    if (source.comes === 'list') market.lists(source, share);
    else market.singles(source, share);
  }
  const website = sources.find(({ key }) => key === 'website');
  if (website) market.bound(website, workdayFrom(days.at(-1) ?? ''), Math.min(1, count / WHOLE));
  return market.intakes.toSorted((one, other) =>
    one.day === other.day ? one.minute - other.minute : one.day < other.day ? -1 : 1,
  );
}
