import type { LeadRow } from '@dealtrail/protocol/leads';
import { addDays } from '../../kernel/calendar/index.ts';
import type { PlannedLead } from '../market/planned-lead.ts';
import { daysBetween, isWorked, workdayFrom } from '../play/days.ts';
import type { Cast, Seller } from './cast.ts';
import { type DealPlan, dealSteps } from './deal-steps.ts';
import type { Fates } from './fates.ts';
import { type Arrival, asleepSteps, completion, firstTouch, invalidSteps, pause, workdayAfter } from './lead-steps.ts';
import { schedule, type Step, type Tale, talk } from './tale.ts';

const within = { high: 1, medium: 2, low: 3 } as const;

/** One story in so many is left lying in the last days before now. */
const ONE_IN_LEFT = 14;

/** Steps up to the deal, and the deal. The whole way takes `length` days from the lead to its end. */
function dealStory(tale: Tale, arrival: Arrival, length: number, plan: Pick<DealPlan, 'ending' | 'stages'>): Step[] {
  const { chance } = tale;
  const steps = firstTouch(tale, arrival, (promise) => talk(tale, 'first', promise));
  const touched = steps.at(-1)?.day ?? arrival.day;
  const asked = workdayFrom(addDays(arrival.day, Math.round(length * (0.1 + chance.next() * 0.14))));
  const opensOn = asked > touched ? asked : workdayAfter(touched, 1);
  if (daysBetween(touched, opensOn) > 8)
    steps.push({ day: addDays(touched, 5), run: (promise) => talk(tale, 'need', promise) });
  const planned = addDays(arrival.day, Math.round(length));
  const endsOn = workdayFrom(planned > opensOn ? planned : addDays(opensOn, 5));
  return [...steps, ...dealSteps(tale, { ...plan, opensOn, endsOn })];
}

/** Days from lead to end as the industry has them, spread by a third; good sellers are a little quicker. */
function lengthOf({ chance, lead, owner }: Tale): number {
  const spread = 0.55 + 0.3 * (chance.next() + chance.next() + chance.next());
  return Math.max(9, lead.trade.cycleDays * spread * (owner.talent > 1 ? 0.93 : 1.06));
}

function lastWorkday(day: string): string {
  let found = day;
  while (!isWorked(found)) found = addDays(found, -1);
  return found;
}

/** What was bound to be found on the first day. */
function boundSteps(tale: Tale, arrival: Arrival): { steps: Step[]; silentFrom?: string } {
  const { cast, chance, lead } = tale;
  const first = (promise?: string) => firstTouch(tale, arrival, (next) => talk(tale, 'first', promise ?? next));
  const ago = (days: number) => addDays(cast.today, -days);
  const ahead = (days: number) => workdayFrom(addDays(cast.today, days));
  switch (lead.fate) {
    case 'uncalled':
      return {
        steps: [
          ...first(),
          { day: ago(8), run: () => talk(tale, 'proposal', ahead(chance.int(2, 5)), 'proposal_submitted') },
        ],
      };
    case 'neglected':
      return { steps: first(lastWorkday(ago(chance.int(1, 3)))) };
    case 'paused':
      return { steps: [...first(), pause(tale, ago(chance.int(1, 4)), ahead(chance.int(4, 14)))] };
    case 'stalled': {
      const steps = dealStory(tale, arrival, 70, { ending: 'open', stages: 0 });
      return { steps, silentFrom: ago(chance.int(16, 19)) };
    }
    case 'overlong':
      return { steps: dealStory(tale, arrival, 100, { ending: 'open', stages: 0 }) };
    case 'awaiting': {
      const length = daysBetween(arrival.day, cast.today) - chance.int(2, 5);
      return { steps: dealStory(tale, arrival, length, { ending: 'awaiting', stages: 3 }) };
    }
    default:
      return { steps: [] };
  }
}

function usualSteps(tale: Tale, arrival: Arrival, fates: Fates): Step[] {
  const ending = fates.endingOf(tale.lead, tale.owner.talent);
  if (ending === 'invalid') return invalidSteps(tale, arrival);
  if (ending === 'asleep') return asleepSteps(tale, arrival);
  const length = lengthOf(tale);
  if (ending === 'won') return dealStory(tale, arrival, length, { ending, stages: 3 });
  return dealStory(tale, arrival, length * (0.5 + tale.chance.next() * 0.5), {
    ending,
    stages: ending === 'unreal' ? tale.chance.int(0, 1) : tale.chance.int(0, 3),
  });
}

/** Begins the story of a lead that has just come in, and puts on the agenda what its owner will do about it. */
export function beginTale(
  cast: Cast,
  lead: PlannedLead,
  row: Pick<LeadRow, 'id' | 'intent' | 'priority' | 'complete'>,
  owner: Seller,
  at: { day: string; minute: number },
  fates: Fates,
): Tale {
  const chance = cast.chance.fork(`story ${lead.nth}`);
  const tale: Tale = { cast, lead, chance, id: row.id, owner, deal: undefined, over: false, waits: true };
  const arrival: Arrival = { ...at, within: row.priority === 'high' ? 1 : within[row.intent] };
  if (lead.fate) {
    const { steps, silentFrom } = boundSteps(tale, arrival);
    schedule(tale, steps, silentFrom);
    return tale;
  }
  const steps = usualSteps(tale, arrival, fates);
  const left = chance.happens(1 / ONE_IN_LEFT) ? addDays(cast.today, -chance.int(0, 2)) : undefined;
  schedule(tale, row.complete ? steps : [completion(tale, arrival), ...steps], left);
  return tale;
}
