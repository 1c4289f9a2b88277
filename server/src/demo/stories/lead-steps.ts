import { completeTask, listTasks } from '@dealtrail/protocol/activities';
import { invalidateLead, pauseLead, updateLead } from '@dealtrail/protocol/leads';
import { addDays } from '../../kernel/calendar/index.ts';
import { isWorked, workdayFrom } from '../play/days.ts';
import { invalidNotes, pauseReasons } from '../words/endings.ts';
import { attempt, type Step, type Tale, talk } from './tale.ts';

/** When a lead came and how soon it must be touched, in workdays: its intent and priority say so. */
export interface Arrival {
  readonly day: string;
  readonly minute: number;
  readonly within: 1 | 2 | 3;
}

/** The nth workday after a day. */
export function workdayAfter(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; ) if (isWorked((found = addDays(found, 1)))) left -= 1;
  return workdayFrom(found);
}

/** One first touch in so many comes too late. */
const ONE_IN_LATE = 14;
const LATEST_SAME_DAY = 15 * 60;

function touchOf({ chance }: Tale, { day, minute, within }: Arrival): { day: string; minute: number } {
  if (chance.happens(1 / ONE_IN_LATE))
    return { day: workdayAfter(day, within + chance.int(1, 2)), minute: chance.int(600, 1_020) };
  const soon = chance.happens(within === 1 ? 0.6 : 0.3) && minute < LATEST_SAME_DAY && isWorked(day);
  if (soon) return { day, minute: minute + chance.int(35, 150) };
  // On the day its time runs out the touch comes before the hour the lead came at.
  return {
    day: workdayAfter(day, chance.int(1, within)),
    minute: chance.int(9 * 60 + 5, Math.max(9 * 60 + 10, Math.min(minute - 5, 1_040))),
  };
}

/** Up to the first conversation: now and then a try that reaches nobody comes before. */
export function firstTouch(
  tale: Tale,
  arrival: Arrival,
  then: (promise: string | undefined) => Promise<unknown>,
): Step[] {
  const touch = touchOf(tale, arrival);
  const tried =
    tale.chance.happens(0.12) && touch.day > arrival.day && isWorked(arrival.day) && arrival.minute < LATEST_SAME_DAY;
  return [
    ...(tried
      ? [
          {
            day: arrival.day,
            minute: arrival.minute + tale.chance.int(20, 90),
            run: (promise: string | undefined) => attempt(tale, promise),
          },
        ]
      : []),
    { ...touch, run: then },
  ];
}

/** Fills in what was not told when the lead came. */
export const completion = (tale: Tale, { day, minute }: Arrival): Step => ({
  day,
  minute: minute + tale.chance.int(25, 95),
  run: () =>
    tale.cast.stage.call(tale.owner, updateLead, {
      params: { id: tale.id },
      // Nobody else has touched it within the hour.
      body: { version: 1, contactTitle: tale.lead.contactTitle, industry: tale.lead.trade.industry },
    }),
});

/** A lead that is none: found out at the first call, after some tries, or by the number itself. */
export function invalidSteps(tale: Tale, arrival: Arrival): Step[] {
  const { chance, cast, id } = tale;
  const found = chance.weighted([
    { reason: 'not_a_buyer', weight: 34 },
    { reason: 'customer_cancelled', weight: 34 },
    { reason: 'wrong_information', weight: 20 },
    { reason: 'unreachable', weight: 12 },
  ] as const).reason;
  if (found === 'not_a_buyer' || found === 'customer_cancelled')
    return firstTouch(tale, arrival, () => talk(tale, 'cold', undefined, 'invalid', found));
  const end = (day: string): Step => ({
    day,
    run: () =>
      cast.stage.call(tale.owner, invalidateLead, {
        params: { id },
        body: { reason: found, note: chance.oneOf(invalidNotes[found]) },
      }),
  });
  if (found === 'wrong_information') {
    const [touch] = firstTouch(tale, arrival, () => attempt(tale, undefined, 'wrong_number')).slice(-1);
    return touch ? [touch, end(touch.day)] : [];
  }
  const { day } = touchOf(tale, arrival);
  const tries = [day, workdayAfter(day, 1), workdayAfter(day, 3)];
  return [
    ...tries.map((on): Step => ({ day: on, run: (promise) => attempt(tale, promise) })),
    end(workdayAfter(day, 3)),
  ];
}

/** Keeps the last promise and makes no other. */
function letSleep(tale: Tale): Promise<unknown> {
  const { cast, owner, id } = tale;
  return cast.stage.call(owner, listTasks, { params: { id } }).then(({ items }) => {
    const open = items.find(({ kind, doneAt }) => kind === 'next_step' && !doneAt);
    return (
      open &&
      cast.stage.call(owner, completeTask, {
        params: { id: open.id },
        body: { result: '资料已发，客户有计划时再联系' },
      })
    );
  });
}

/** A lead that is talked to and then sleeps; some get a proposal first, some rest for a while. */
export function asleepSteps(tale: Tale, arrival: Arrival): Step[] {
  const { chance } = tale;
  const steps = firstTouch(tale, arrival, (promise) => talk(tale, 'first', promise));
  let day = workdayAfter(steps.at(-1)?.day ?? arrival.day, chance.int(2, 6));
  if (chance.happens(0.13)) {
    steps.push({ day, run: (promise) => talk(tale, 'need', promise, 'need_confirmed') });
    day = workdayAfter(day, chance.int(2, 6));
    steps.push({ day, run: (promise) => talk(tale, 'proposal', promise, 'proposal_submitted') });
    day = addDays(day, chance.int(1, 3));
    steps.push({ day, run: (promise) => talk(tale, 'cold', promise) });
    day = workdayAfter(day, chance.int(3, 8));
  } else if (chance.happens(0.07)) {
    const from = steps.at(-1)?.day ?? day;
    const until = addDays(from, chance.int(8, 26));
    steps.push(pause(tale, from, until));
    day = workdayFrom(addDays(until, 1));
    steps.push({ day, run: (promise) => talk(tale, 'cold', promise) });
    day = workdayAfter(day, chance.int(2, 6));
  }
  return [...steps, { day, run: () => letSleep(tale) }];
}

/** Holds the reminders of a lead until a day. */
export const pause = (tale: Tale, day: string, until: string): Step => ({
  day,
  run: () =>
    tale.cast.stage.call(tale.owner, pauseLead, {
      params: { id: tale.id },
      body: { ...tale.chance.oneOf(pauseReasons), until },
    }),
});
