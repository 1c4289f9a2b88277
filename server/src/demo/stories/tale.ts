import { recordFollowUp } from '@dealtrail/protocol/leads';
import type { LeadState } from '@dealtrail/protocol/leads';
import type { Task } from '@dealtrail/protocol/activities';
import { recordOpportunityFollowUp } from '@dealtrail/protocol/opportunities';
import { addDays } from '../../kernel/calendar/index.ts';
import type { PlannedLead } from '../market/planned-lead.ts';
import type { Chance } from '../play/chance.ts';
import { isWorked, momentOf, workdayFrom } from '../play/days.ts';
import { Refused } from '../play/stage.ts';
import { sayOf, type TalkOf } from '../words/talks.ts';
import type { Cast, Seller } from './cast.ts';

/** The deal of a story once it is opened. */
export interface Deal {
  id: string;
  stageKey: string;
  tasks: readonly Task[];
}

/** What one lead goes through, with whoever owns it at the time. */
export interface Tale {
  readonly cast: Cast;
  readonly lead: PlannedLead;
  readonly chance: Chance;
  readonly id: string;
  owner: Seller;
  deal: Deal | undefined;
  /** Nothing more will happen in it. */
  over: boolean;
  /** Somebody still has to do something about it. */
  waits: boolean;
}

/** Something that happens in a story; `promise` is the day the next step is promised for, where there is one. */
export interface Step {
  readonly day: string;
  readonly run: (promise: string | undefined) => Promise<unknown>;
  /** A moment of the day, where it matters; minutes after midnight. */
  readonly minute?: number;
}

const MORNING = 9 * 60 + 5;
const EVENING = 17 * 60 + 40;
/** One promise in so many is kept a day or two late. */
const ONE_IN_LATE = 16;

/** The day a next step is promised for: the one it happens on, now and then an earlier one. */
function promisedFor(tale: Tale, day: string, next: string | undefined): string | undefined {
  if (next === undefined || !tale.chance.happens(1 / ONE_IN_LATE)) return next;
  let earlier = addDays(next, -tale.chance.int(1, 2));
  while (!isWorked(earlier)) earlier = addDays(earlier, -1);
  return earlier > day ? earlier : next;
}

/**
 * Puts the steps of a story on the agenda, each on a workday after the one before. What lies beyond now stays promised
 * and undone; so does what lies beyond `silentFrom`.
 */
export function schedule(tale: Tale, steps: readonly Step[], silentFrom?: string): void {
  const { cast, chance, lead } = tale;
  const days: string[] = [];
  for (const { day } of steps)
    days.push(workdayFrom(days.at(-1) !== undefined && day < (days.at(-1) ?? '') ? (days.at(-1) ?? day) : day));
  let before: Date | undefined;
  for (const [place, step] of steps.entries()) {
    const day = days[place] ?? step.day;
    if (silentFrom !== undefined && day >= silentFrom) return;
    let at = momentOf(day, step.minute ?? chance.int(MORNING, EVENING));
    if (before && at <= before) at = new Date(before.getTime() + chance.int(4, 25) * 60_000);
    before = at;
    const promise = promisedFor(tale, day, days[place + 1]);
    cast.agenda.add(day, {
      at,
      story: String(lead.nth),
      run: () => happen(tale, at, () => step.run(promise), place === steps.length - 1),
    });
  }
}

/** Does a step at its moment, unless the story is over; one that is refused ends its story. */
export async function happen(tale: Tale, at: Date, run: () => Promise<unknown>, last: boolean): Promise<void> {
  if (tale.over) return;
  try {
    await tale.cast.stage.time.at(at, run);
    // What was bound to be found on the first day stays open for it.
    if (last && !tale.lead.fate) tale.waits = false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tale.over = true;
    tale.cast.dropped(`${tale.lead.nth} ${tale.lead.companyName}`, error);
  }
}

const lateReasons = ['travelling', 'customer_asked_later', 'overloaded', 'no_answer'] as const;
const methods = [
  { method: 'phone', weight: 48 },
  { method: 'wechat', weight: 22 },
  { method: 'visit', weight: 16 },
  { method: 'meeting', weight: 9 },
  { method: 'email', weight: 5 },
] as const;

interface Written {
  readonly method: (typeof methods)[number]['method'];
  readonly outcome: 'reached' | 'no_answer' | 'busy' | 'wrong_number';
  readonly content?: string;
  readonly feedback?: string;
  readonly nextStep?: string;
  readonly nextStepOn?: string;
  readonly toState?: LeadState;
  readonly stateReason?: string;
}

async function write(tale: Tale, written: Written): Promise<void> {
  const { cast, owner, id, deal } = tale;
  const send = async (lateReason?: (typeof lateReasons)[number]) => {
    const body = { ...written, ...(lateReason ? { lateReason } : {}) };
    if (!deal) return cast.stage.call(owner, recordFollowUp, { params: { id }, body });
    const { opportunity } = await cast.stage.call(owner, recordOpportunityFollowUp, { params: { id: deal.id }, body });
    deal.tasks = opportunity.tasks;
    return opportunity;
  };
  try {
    await send();
  } catch (error) {
    // A limit was missed: the product asks why, and people answer.
    if (!(error instanceof Refused) || error.problem.code !== 'late_reason_needed') throw error;
    await send(tale.chance.oneOf(lateReasons));
  }
}

/** A conversation that reached the customer. Without a promise the record ends with it. */
export async function talk(
  tale: Tale,
  of: TalkOf,
  promise: string | undefined,
  toState?: LeadState,
  stateReason?: string,
): Promise<void> {
  const { nextStep, ...said } = sayOf(tale.chance, of, tale.lead.topic);
  await write(tale, {
    method: tale.chance.weighted(methods).method,
    outcome: 'reached',
    ...said,
    ...(promise === undefined ? {} : { nextStep, nextStepOn: promise }),
    ...(toState ? { toState } : {}),
    ...(stateReason ? { stateReason } : {}),
  });
}

/** A try that reached nobody. */
export async function attempt(tale: Tale, promise: string | undefined, outcome?: 'wrong_number'): Promise<void> {
  await write(tale, {
    method: 'phone',
    outcome: outcome ?? tale.chance.oneOf(['no_answer', 'busy'] as const),
    ...(promise === undefined ? {} : { nextStepOn: promise }),
  });
}
