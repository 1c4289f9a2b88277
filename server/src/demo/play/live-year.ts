import { territories } from '../company/territories.ts';
import type { Intake } from '../market/intake.ts';
import { beginTale } from '../stories/begin-tale.ts';
import type { Cast } from '../stories/cast.ts';
import type { Fates } from '../stories/fates.ts';
import type { Tale } from '../stories/tale.ts';
import { daysBetween, momentOf } from './days.ts';
import { sideBySide } from './stage.ts';
import { takeIn } from './take-in.ts';

const NIGHT = 21 * 60;
/** Up to so many days before today it matters at which hour somebody was reminded; before, once a week is enough. */
const REMEMBERED_DAYS = 35;
const WEEK = 7;

/** What happens to the company itself on a day, beside its sales. */
export type Turn = (cast: Cast, day: string, tales: ReadonlyMap<string, Tale>) => Promise<void>;

/** A year as it is lived through. */
export interface Year {
  readonly cast: Cast;
  readonly days: readonly string[];
  readonly intakes: readonly Intake[];
  readonly fates: Fates;
  readonly turns: readonly Turn[];
  /** Told after each day. */
  readonly lived: (days: number) => Promise<void>;
}

const teamOf = (province: string): string | undefined =>
  territories.find(({ provinces }) => provinces.includes(province))?.department;

/** Does what people planned up to a moment of the day, story by story side by side, and then what follows from it. */
async function workUntil({ agenda, stage, today }: Cast, day: string, moment: Date): Promise<void> {
  await sideBySide(agenda.take(day, moment), async (acts) => {
    for (const act of acts) await act.run();
  });
  stage.time.goTo(moment);
  const ago = daysBetween(day, today);
  if (ago <= REMEMBERED_DAYS || ago % WEEK === 0) await stage.settle();
}

async function liveDay({ cast, intakes, fates, turns }: Year, day: string, tales: Map<string, Tale>): Promise<void> {
  const night = momentOf(day, NIGHT);
  const end = night < cast.now ? night : cast.now;
  for (const intake of intakes) {
    if (intake.day !== day || momentOf(day, intake.minute) > end) continue;
    for (const { lead, row } of await takeIn(cast, intake, teamOf)) {
      const owner = cast.sellers.get(row.ownerId ?? '');
      if (owner) tales.set(row.id, beginTale(cast, lead, row, owner, intake, fates));
    }
  }
  await workUntil(cast, day, end);
  for (const turn of turns) await turn(cast, day, tales);
}

/** Lives through the days one after the other, up to this moment. */
export async function liveYear(year: Year): Promise<void> {
  const tales = new Map<string, Tale>();
  for (const [place, day] of year.days.entries()) {
    await liveDay(year, day, tales);
    await year.lived(place + 1);
  }
}
