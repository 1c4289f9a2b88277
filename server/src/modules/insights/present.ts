import type { Task } from '@dealtrail/protocol/activities';
import type { ClockView } from '@dealtrail/protocol/clocks';
import type { WorkItem } from '@dealtrail/protocol/insights';
import type { Why } from '@dealtrail/protocol/kernel';
import type { LeadBrief } from '../leads/index.ts';
import type { OpportunityBrief } from '../opportunities/index.ts';
import type { PipelineStage } from './rules/pipeline.ts';
import { actOf } from './rules/work-act.ts';
import type { DayLine } from './store/day-query.ts';

/** What stands around lines of work, by id; records the reader may not see are missing. */
export interface Around {
  readonly clocks: ReadonlyMap<string, ClockView>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly leads: ReadonlyMap<string, LeadBrief>;
  readonly opportunities: ReadonlyMap<string, OpportunityBrief>;
  readonly customers: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Records of later chapters: a review. */
  readonly others: ReadonlyMap<string, { readonly kind: string; readonly title: string }>;
  readonly stages: readonly PipelineStage[];
}

type Line = Pick<DayLine, 'clockId' | 'taskId' | 'recordId' | 'policyKey' | 'dueAt' | 'section'> & {
  /** Name of who is away, where the line is theirs. */
  readonly behalfOf?: string | null;
};
type Subject = Pick<
  WorkItem,
  | 'recordId'
  | 'recordKind'
  | 'recordTitle'
  | 'customerName'
  | 'contactName'
  | 'amountMinor'
  | 'currency'
  | 'amountKind'
  | 'stateKey'
  | 'priority'
>;

const nobody: Subject = {
  recordId: null,
  recordKind: null,
  recordTitle: null,
  customerName: null,
  contactName: null,
  amountMinor: null,
  currency: null,
  amountKind: null,
  stateKey: null,
  priority: null,
};

function subjectOf(recordId: string | null, { leads, opportunities, customers, others }: Around): Subject {
  if (recordId === null) return nobody;
  const lead = leads.get(recordId);
  if (lead) {
    const { title, contactName, budgetMinor, currency, state, priority } = lead;
    return {
      ...nobody,
      recordId,
      recordKind: 'lead',
      recordTitle: title,
      contactName,
      amountMinor: budgetMinor,
      currency,
      amountKind: 'budget',
      stateKey: state,
      priority,
    };
  }
  const deal = opportunities.get(recordId);
  if (deal) {
    const { name, customerName, contactName, amountMinor, currency, stageKey } = deal;
    return {
      ...nobody,
      recordId,
      recordKind: 'opportunity',
      recordTitle: name,
      customerName: customerName === name ? null : customerName,
      contactName,
      amountMinor,
      currency,
      amountKind: 'amount',
      stateKey: stageKey,
    };
  }
  const customer = customers.get(recordId);
  if (customer) return { ...nobody, recordId, recordKind: 'customer', recordTitle: customer.name };
  const other = others.get(recordId);
  return other ? { ...nobody, recordId, recordKind: other.kind, recordTitle: other.title } : nobody;
}

/** Tasks whose title says more than the name of the limit. */
const ownWords = new Set<Task['kind']>(['next_step', 'stage', 'own']);

function whyOf(clock: ClockView | undefined, task: Task | undefined, stages: readonly PipelineStage[]): Why | null {
  if (task?.kind === 'stage') {
    const name = stages.find(({ key }) => key === task.stageKey)?.name;
    const params = { stageZh: name?.zh ?? '', stageEn: name?.en ?? '' };
    return { key: `insights.why.stage_task${task.required ? '_required' : ''}`, params };
  }
  if (clock) return clock.why;
  if (!task) return null;
  return { key: task.kind === 'own' ? 'insights.why.own_task' : `taskKind.${task.kind}`, params: {} };
}

/** The promise or task in its own words; what a time limit asks for by the name of its policy. */
function titleOf(policyKey: string | null, task: Task | undefined): WorkItem['title'] {
  const named = task && (typeof task.title === 'string' || !policyKey || ownWords.has(task.kind));
  return named ? task.title : { key: `clocks.${policyKey ?? ''}.title`, params: {} };
}

/** One line of Today: what to do, for whom, why, by when, and the act; contact data is never part of it. */
export function presentLine(line: Line, around: Around): WorkItem {
  const clock = line.clockId === null ? undefined : around.clocks.get(line.clockId);
  const task = line.taskId === null ? undefined : around.tasks.get(line.taskId);
  const subject = subjectOf(line.recordId, around);
  return {
    ...subject,
    id: line.clockId ?? line.taskId ?? '',
    taskId: line.taskId,
    kind: clock ? 'clock' : 'task',
    policyKey: line.policyKey,
    section: line.section,
    dueAt: line.dueAt?.toISOString() ?? null,
    behalfOf: line.behalfOf ?? null,
    title: titleOf(line.policyKey, task),
    why: whyOf(clock, task, around.stages),
    clock: clock ?? null,
    act: actOf({ policyKey: line.policyKey, hasTask: task !== undefined, recordKind: subject.recordKind }),
  };
}
