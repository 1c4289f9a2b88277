import { claimLead, returnLead } from '@dealtrail/protocol/leads';
import { addDays } from '../../kernel/calendar/index.ts';
import { isWorked, momentOf, workdayFrom } from '../play/days.ts';
import type { Turn } from '../play/live-year.ts';
import type { Cast, Seller } from '../stories/cast.ts';
import { happen, type Tale, talk } from '../stories/tale.ts';
import { returns } from '../words/endings.ts';

/** Days before today in which sellers give leads back, and how many at most on a workday. */
const LOOKS_BACK = 30;
const A_DAY = 2;
/** With so many open leads they do so every day; with fewer more rarely, down to every fourth. */
const MANY = 200;
/** One lead in so many that lies in the pool is claimed some days later. */
const ONE_IN_CLAIMED = 3;

/** A colleague takes a lead out of the pool on a later workday and calls. */
function claimLater(cast: Cast, tale: Tale, to: Seller, day: string): void {
  const on = workdayFrom(addDays(day, cast.chance.int(1, 4)));
  if (on >= cast.today) return;
  const at = momentOf(on, cast.chance.int(9 * 60 + 10, 11 * 60));
  cast.agenda.add(on, {
    at,
    story: String(tale.lead.nth),
    run: () => {
      tale.over = false;
      tale.owner = to;
      const claimed = async () => {
        await cast.stage.call(to, claimLead, { params: { id: tale.id }, body: {} });
        await talk(tale, 'need', addDays(on, 7));
      };
      return happen(tale, at, claimed, false);
    },
  });
}

/** In the last weeks sellers give back what is not theirs to win; some of it a colleague claims. */
export const pooling: Turn = async (cast, day, tales) => {
  if (day < addDays(cast.today, -LOOKS_BACK) || day >= cast.today || !isWorked(day)) return;
  const sellers = [...cast.sellers.values()];
  const open = [...tales.values()].filter(
    ({ deal, over, waits, lead, owner }) => !deal && !over && waits && !lead.fate && sellers.includes(owner),
  );
  for (let nth = 0; nth < A_DAY && open.length > 0; nth += 1) {
    const tale = cast.chance.oneOf(open);
    if (tale.over || !cast.chance.happens(Math.max(1 / 4, open.length / MANY))) continue;
    await cast.stage.call(tale.owner, returnLead, { params: { id: tale.id }, body: cast.chance.oneOf(returns) });
    tale.over = true;
    const others = sellers.filter((seller) => seller !== tale.owner);
    if (cast.chance.happens(1 / ONE_IN_CLAIMED)) claimLater(cast, tale, cast.chance.oneOf(others), day);
  }
};
