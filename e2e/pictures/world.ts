import { deals12 } from './deals.ts';
import { halfYear } from './half-year.ts';
import { type HouseInTime, openHouseAt } from './house-in-time.ts';
import { type People, settleIn, signInAgain } from './people.ts';
import { pooled } from './pooled.ts';
import { lastWeeks } from './week.ts';

/** The Wednesday morning the pictures show. */
export const MORNING = '2026-03-18 10:12';

/** Lives through half a year of an imaginary supplier, up to a Wednesday morning in March. */
export async function liveThrough(): Promise<{ house: HouseInTime; people: People }> {
  const house = await openHouseAt('2025-09-01 09:00');
  try {
    let people = await settleIn(house);
    let day = '';
    const moves = [...halfYear(), ...deals12(), ...lastWeeks(), ...pooled()].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const move of moves) {
      await house.goTo(move.at);
      if (move.at.slice(0, 10) !== day) people = await signInAgain(house, people);
      day = move.at.slice(0, 10);
      await move.act(people);
    }
    await house.goTo(MORNING);
    return { house, people };
  } catch (error) {
    await house.end();
    throw error;
  }
}
