import type { Passed } from '@dealtrail/protocol/kernel';
import { completeTask, type Task } from '@dealtrail/protocol/activities';
import { advanceStage, closeOpportunity, openFromLead } from '@dealtrail/protocol/opportunities';
import { addDays } from '../../kernel/calendar/index.ts';
import { daysBetween, workdayFrom, ZONE } from '../play/days.ts';
import { cancelNotes, lossOf } from '../words/endings.ts';
import type { TalkOf } from '../words/talks.ts';
import { type Step, type Tale, talk } from './tale.ts';

/** How a deal is meant to go: when it is opened, and when and how it ends. */
export interface DealPlan {
  readonly opensOn: string;
  readonly endsOn: string;
  readonly ending: 'won' | 'awaiting' | 'lost' | 'unreal' | 'open';
  /** Stages it leaves on its way, at most three. */
  readonly stages: number;
}

/** Longest silence between two conversations of a deal that moves; beyond 14 days it would stand still. */
const RHYTHM_DAYS = 12;
/** When the stages are left, as parts of the way from opening to end. */
const exits = [0.3, 0.6, 0.84] as const;
const talksIn: readonly TalkOf[] = ['need', 'proposal', 'price', 'contract'];

const toMinor = (wan: number): number => Math.round(wan * 1_000_000);

async function finish(tale: Tale, wanted: (task: Task) => boolean): Promise<void> {
  const { deal, cast, owner } = tale;
  for (const task of deal?.tasks ?? [])
    if (task.kind === 'stage' && !task.doneAt && wanted(task))
      await cast.stage.call(owner, completeTask, { params: { id: task.id }, body: {} });
}

const isOpenToday = ({ cast }: Tale, { ending, endsOn }: DealPlan): boolean => ending === 'open' || endsOn > cast.today;

/** One task in so many of a stage is left lying. */
const ONE_IN_UNDONE = 12;

/** Who still works on the deal today has done what falls due until they speak again; of ended deals nobody looks. */
async function keepTidy(tale: Tale, plan: DealPlan, day: string): Promise<void> {
  if (!isOpenToday(tale, plan)) return;
  const by = `${addDays(day, RHYTHM_DAYS)}T00:00:00Z`;
  await finish(tale, ({ dueAt }) => dueAt !== null && dueAt < by && !tale.chance.happens(1 / ONE_IN_UNDONE));
}

/** Opens the deal on the day its need is confirmed. */
function opening(tale: Tale, plan: DealPlan): Step {
  const { opensOn, endsOn } = plan;
  return {
    day: opensOn,
    run: async (promise) => {
      await talk(tale, 'need', promise ?? workdayFrom(addDays(opensOn, 7)), 'need_confirmed');
      const { opportunity } = await tale.cast.stage.call(tale.owner, openFromLead, {
        body: {
          leadId: tale.id,
          opportunityName: tale.lead.dealName,
          amountMinor: toMinor(tale.lead.amountWan),
          expectedCloseOn: addDays(endsOn, tale.chance.int(2, 24)),
        },
      });
      if (opportunity) tale.deal = { id: opportunity.id, stageKey: opportunity.stageKey, tasks: opportunity.tasks };
      await keepTidy(tale, plan, opensOn);
    },
  };
}

/** A conversation on the deal, after which it may leave its stage. */
function conversation(tale: Tale, day: string, stage: number, plan: DealPlan, leaves: boolean): Step {
  return {
    day,
    run: async (promise) => {
      const { deal, cast } = tale;
      if (!deal) return;
      await talk(tale, talksIn[stage] ?? 'contract', promise ?? workdayFrom(addDays(day, 7)));
      if (leaves) {
        await finish(
          tale,
          ({ stageKey, required }) => stageKey === deal.stageKey && (required || isOpenToday(tale, plan)),
        );
        const moved = await cast.stage.call(tale.owner, advanceStage, { params: { id: deal.id }, body: {} });
        tale.deal = { id: deal.id, stageKey: moved.stageKey, tasks: moved.tasks };
      }
      await keepTidy(tale, plan, day);
    },
  };
}

type Closing = Passed<typeof closeOpportunity>['body'];

/** What is written down when a deal ends. */
function closingOf({ lead, chance, cast }: Tale, { ending, endsOn }: DealPlan): Closing {
  if (ending === 'awaiting') return { outcome: 'won' };
  if (ending === 'lost') return { outcome: 'lost', ...lossOf(chance) };
  if (ending === 'unreal') return { outcome: 'invalid', reason: 'customer_cancelled', note: chance.oneOf(cancelNotes) };
  return {
    outcome: 'won',
    // A rest day may have put it off from the day it was planned for.
    signedOn: cast.stage.time.today(ZONE),
    contractNo: `LC-${endsOn.replaceAll('-', '')}-${String(lead.nth).padStart(4, '0')}`,
    amountMinor: toMinor(Math.round(lead.amountWan * (0.9 + chance.next() * 0.1) * 10) / 10),
  };
}

/** The end of a deal; that one was never real is for the supervisor to say. */
const closing = (tale: Tale, plan: DealPlan): Step => ({
  day: plan.endsOn,
  run: async () => {
    if (!tale.deal) return;
    const by = plan.ending === 'unreal' ? tale.owner.supervisor : tale.owner;
    await tale.cast.stage.call(by, closeOpportunity, { params: { id: tale.deal.id }, body: closingOf(tale, plan) });
  },
});

/** The way of a deal from its opening to its end: stages left in order, and no silence longer than it may be. */
export function dealSteps(tale: Tale, plan: DealPlan): Step[] {
  const { opensOn, endsOn } = plan;
  const length = Math.max(4, daysBetween(opensOn, endsOn));
  const leaving = exits.slice(0, plan.stages).map((part) => addDays(opensOn, Math.round(part * length)));
  const steps = [opening(tale, plan)];
  let [last, stage] = [opensOn, 0];
  for (const until of [...leaving, endsOn]) {
    for (
      let day = addDays(last, RHYTHM_DAYS - tale.chance.int(0, 3));
      day < until;
      day = addDays(day, RHYTHM_DAYS - tale.chance.int(0, 3))
    )
      if (daysBetween(day, until) > 2) steps.push(conversation(tale, day, stage, plan, false));
    if (until !== endsOn || leaving.length > stage) {
      steps.push(conversation(tale, until, stage, plan, true));
      stage += 1;
    }
    last = until;
  }
  return plan.ending === 'open' ? steps : [...steps, closing(tale, plan)];
}
