import type { WorkCalendar } from '../calendar/index.ts';
import type { RowOf, Tx } from '../db/index.ts';
import type { Sweep } from '../house/module.ts';
import { EscalationTargets, namesOf } from './escalation-target.ts';
import { calendarOf } from './organization-rules.ts';
import type { Clock } from './rules/clock.ts';
import { resume } from './rules/pause.ts';
import { explanationOf } from './rules/start.ts';
import { type ClockStep, dueSteps, markDone } from './rules/steps.ts';
import { cancel } from './rules/stop.ts';
import { clockOf } from './store/clock-row.ts';
import { claimDueClocks, type ClockSubject, saveClock, subjectsOf } from './store/clock-store.ts';
import { tellStep } from './tell-step.ts';

/** Clocks one transaction takes on; the rest waits for the next pass, so that no organisation starves another. */
const BATCH = 500;

interface Round {
  readonly tx: Tx;
  readonly calendar: WorkCalendar;
  readonly targets: EscalationTargets;
}

/** Takes one step: tells those it concerns. Returns the clock after it and, for an escalation, the names it went to. */
async function takeStep(
  round: Round,
  row: RowOf<'clocks'>,
  clock: Clock,
  step: ClockStep,
): Promise<{ clock: Clock; to?: string }> {
  const after = step.kind === 'resume' ? resume(clock, step.at, round.calendar) : markDone(clock, [step.key]);
  if (step.superseded) return { clock: after };
  const target = step.kind === 'escalate' ? await round.targets.find(step.to, row.ownerId) : undefined;
  tellStep(round.tx, { row, clock: after, step, zone: round.calendar.zone, target });
  return { clock: after, ...(target ? { to: namesOf(target) } : {}) };
}

/** Takes all steps that are due, in order of time. */
async function takeSteps(round: Round, row: RowOf<'clocks'>): Promise<{ clock: Clock; escalatedTo?: string }> {
  let clock = clockOf(row);
  let escalatedTo: string | undefined;
  const now = round.tx.time.now();
  // One at a time: a resumption moves the moments of all steps after it.
  for (let [step] = dueSteps(clock, now); step; [step] = dueSteps(clock, now)) {
    const taken = await takeStep(round, row, clock, step);
    clock = taken.clock;
    escalatedTo = taken.to ?? escalatedTo;
  }
  return { clock, ...(escalatedTo === undefined ? {} : { escalatedTo }) };
}

async function sweepOne(round: Round, row: RowOf<'clocks'>, subject: ClockSubject | undefined): Promise<void> {
  if (!subject || subject.gone) {
    await saveClock(round.tx, row, cancel(clockOf(row), round.tx.time.now()));
    return;
  }
  const { clock, escalatedTo } = await takeSteps(round, row);
  await saveClock(round.tx, row, clock, {
    ...(escalatedTo ? { escalatedTo } : {}),
    ...(row.state === 'paused' && !clock.paused ? { why: explanationOf(clock, round.calendar) } : {}),
  });
}

/** Takes each due step of each clock exactly once: warns, notes the breach, escalates, resumes. */
export const sweepClocks: Sweep = {
  name: 'clocks.take_steps',
  due: 'sweep.clocks_due',
  everySeconds: 10,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'clocks.take_steps', requestId: services.time.newId() };
    const taken = await services.database.write(origin, async (tx) => {
      const rows = await claimDueClocks(tx, BATCH);
      if (rows.length === 0) return 0;
      const subjects = await subjectsOf(tx, [...new Set(rows.map((row) => row.recordId))]);
      const round = {
        tx,
        calendar: await calendarOf(tx),
        targets: new EscalationTargets(tx, services.registry.people),
      };
      for (const row of rows) await sweepOne(round, row, subjects.get(row.recordId));
      return rows.length;
    });
    return taken === BATCH;
  },
};
