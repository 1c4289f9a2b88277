import type { Opportunity, OpportunityState, Process, ProcessStage } from '@dealtrail/protocol/opportunities';

const DAY_MS = 86_400_000;

/** Which day of a stay it is: 1 from the first moment on, 2 after 24 hours. */
export function dayOfStay(enteredAt: string, until: number): number {
  return Math.max(1, Math.floor((until - Date.parse(enteredAt)) / DAY_MS) + 1);
}

/** One stage of the rail: how it stands and how long the opportunity was in it. */
export interface RailStage {
  readonly stage: ProcessStage;
  readonly state: 'done' | 'here' | 'ahead';
  /** Days over all stays; null where it never was. */
  readonly days: number | null;
  /** Longer here than the stage allows. */
  readonly late: boolean;
}

const ended: Readonly<Record<OpportunityState, boolean>> = {
  open: false,
  won: true,
  won_awaiting_signing: true,
  lost: false,
  invalid: false,
};

/** Where an opportunity stands in its process, stage by stage; a won one has left all stages before the win. */
export function railOf(
  opportunity: Pick<Opportunity, 'process' | 'stageKey' | 'state' | 'stays'>,
  now: number,
): readonly RailStage[] {
  const { process, stageKey, state, stays } = opportunity;
  const here = process.stages.find((stage) => stage.key === stageKey)?.position ?? 0;
  return process.stages.map((stage) => {
    const own = stays.filter((stay) => stay.stageKey === stage.key);
    const spent = own.reduce(
      (sum, { enteredAt, leftAt }) => sum + (leftAt ? Date.parse(leftAt) : now) - Date.parse(enteredAt),
      0,
    );
    const days = own.length ? Math.floor(spent / DAY_MS) + 1 : null;
    const done = stage.position < here || (ended[state] && !stage.afterWin);
    const place = done ? 'done' : stage.position === here ? 'here' : 'ahead';
    const open = own.find((stay) => stay.leftAt === null);
    const stay = open ? dayOfStay(open.enteredAt, now) : 0;
    return { stage, state: place, days, late: place === 'here' && stage.maxDays !== null && stay > stage.maxDays };
  });
}

/** How a move between two stages of a process lies; `same` also for a stage the process does not have. */
export function directionOf(process: Process, from: string, to: string): 'forward' | 'backward' | 'same' {
  const place = (key: string) => process.stages.find((stage) => stage.key === key)?.position;
  const start = place(from);
  const end = place(to);
  if (start === undefined || end === undefined || start === end) return 'same';
  return end > start ? 'forward' : 'backward';
}
