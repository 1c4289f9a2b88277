import type { Unmet, Why } from '@dealtrail/protocol/kernel';
import { placeOf, type SalesProcess, type SalesStage, stageMove } from './sales-process.ts';
import { why } from './why.ts';

/** What a gate may look at; collected before, so that it can be judged and previewed without a database. */
export interface GateFacts {
  readonly stageKey: string;
  readonly ownerName: string | null;
  /** Fields by name: amountMinor, expectedCloseOn (yyyy-mm-dd), needSummary, competitor and the organisation's own. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly tasks: readonly {
    readonly templateKey: string | null;
    readonly stageKey: string | null;
    readonly title: string | Why;
    readonly required: boolean;
    readonly done: boolean;
    readonly ownerName: string | null;
  }[];
  /** Facts that later chapters recorded, with the last day they hold where they run out. */
  readonly evidence: readonly { readonly kind: string; readonly validUntil?: string | null }[];
  /** True once the opportunity is closed as won. */
  readonly won: boolean;
}

export interface GateView {
  readonly unmet: readonly Unmet[];
  readonly met: readonly Unmet[];
}

/** What leads from an unmet item to a met one; the screen offers it beside the item. */
type GateAct = 'fill_field' | 'finish_task' | 'record_evidence' | 'advance_stage' | 'close_won';

/**
 * Every condition between the present stage and another, held or not: fields, required tasks and evidence of the stage
 * that is left, the stages between in order, and the win before a stage after it. Going back meets no gate. `today` is
 * yyyy-mm-dd in the organisation's zone.
 */
export function previewGates(process: SalesProcess, facts: GateFacts, toStageKey: string, today: string): GateView {
  const direction = stageMove(process, facts.stageKey, toStageKey);
  if (direction === 'unknown') return { unmet: [unknownStage(toStageKey)], met: [] };
  if (direction !== 'forward') return { unmet: [], met: [] };
  const view = gatesUpTo(process, facts, placeOf(process, toStageKey), today);
  const target = process.stages[placeOf(process, toStageKey)];
  return target?.afterWin && !facts.won ? { ...view, unmet: [...view.unmet, winFirst(facts)] } : view;
}

/** What still stands between an opportunity and a stage (R57, R58); empty when it may go. */
export const unmetGates = (
  process: SalesProcess,
  facts: GateFacts,
  toStageKey: string,
  today: string,
): readonly Unmet[] => previewGates(process, facts, toStageKey, today).unmet;

/** What still stands between an opportunity and its win: the stages up to the one it is won on leaving, in order. */
export const unmetToWin = (process: SalesProcess, facts: GateFacts, today: string): readonly Unmet[] =>
  gatesUpTo(process, facts, placeOf(process, process.wonOnLeaving) + 1, today).unmet;

function gatesUpTo(process: SalesProcess, facts: GateFacts, end: number, today: string): GateView {
  const start = placeOf(process, facts.stageKey);
  const present = process.stages[start];
  if (present === undefined) return { unmet: [unknownStage(facts.stageKey)], met: [] };
  const checks = [
    ...fieldChecks(present, facts, today),
    ...taskChecks(present, facts),
    ...evidenceChecks(present, facts, today),
  ];
  const skipped = process.stages.slice(start + 1, end).filter((stage) => !stage.afterWin);
  return {
    unmet: [
      ...checks.flatMap(([item, holds]) => (holds ? [] : [item])),
      ...skipped.map((stage) => orderItem(stage, facts)),
    ],
    met: checks.flatMap(([item, holds]) => (holds ? [item] : [])),
  };
}

type Check = readonly [item: Unmet, holds: boolean];

function gateItem(kind: Unmet['kind'], key: string, label: Why, act: GateAct, who: string | null): Unmet {
  return { kind, key, label, act, ...(who === null ? {} : { who }) };
}

const fieldLabels: Readonly<Record<string, Why>> = {
  amountMinor: why('opportunities.unmet.field.amountMinor'),
  expectedCloseOn: why('opportunities.unmet.field.expectedCloseOn'),
  needSummary: why('opportunities.unmet.field.needSummary'),
  competitor: why('opportunities.unmet.field.competitor'),
};

function fieldChecks(stage: SalesStage, facts: GateFacts, today: string): Check[] {
  return stage.requiredFields.map((field): Check => {
    const value = facts.fields[field];
    const gone = field === 'expectedCloseOn' && typeof value === 'string' && value !== '' && value < today;
    const label = gone
      ? why('opportunities.unmet.close_day_gone', { day: value })
      : (fieldLabels[field] ?? why('opportunities.unmet.field.other', { field }));
    return [gateItem('field', field, label, 'fill_field', facts.ownerName), !gone && isFilled(value)];
  });
}

/** Money of zero says as little as none. */
function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  if (typeof value === 'number') return value > 0;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

function taskChecks(stage: SalesStage, facts: GateFacts): Check[] {
  const templates = stage.tasks.filter((template) => template.required);
  const fromTemplates = templates.map((template): Check => {
    const task = facts.tasks.find((one) => one.templateKey === template.key && one.stageKey === stage.key);
    const who = task?.ownerName ?? facts.ownerName;
    return [gateItem('task', template.key, titled(template.title), 'finish_task', who), task?.done === true];
  });
  const added = facts.tasks.filter((task) => task.required && task.templateKey === null && task.stageKey === stage.key);
  const fromPeople = added.map((task, place): Check => {
    const who = task.ownerName ?? facts.ownerName;
    return [gateItem('task', `added_${place + 1}`, titled(task.title), 'finish_task', who), task.done];
  });
  return [...fromTemplates, ...fromPeople];
}

const titled = (title: string | Why): Why =>
  typeof title === 'string' ? why('opportunities.unmet.task', { task: title }) : title;

const evidenceLabels: Readonly<Record<string, Why>> = {
  need_confirmed: why('opportunities.unmet.evidence.need_confirmed'),
  solution_approved: why('opportunities.unmet.evidence.solution_approved'),
  quote_approved: why('opportunities.unmet.evidence.quote_approved'),
  contract_approved: why('opportunities.unmet.evidence.contract_approved'),
};

function evidenceChecks(stage: SalesStage, facts: GateFacts, today: string): Check[] {
  return stage.requiredEvidence.map((kind): Check => {
    const holds = facts.evidence.some((one) => one.kind === kind && (!one.validUntil || one.validUntil >= today));
    const label = evidenceLabels[kind] ?? why('opportunities.unmet.evidence.other', { evidence: kind });
    return [gateItem('evidence', kind, label, 'record_evidence', facts.ownerName), holds];
  });
}

const orderItem = (stage: SalesStage, facts: GateFacts): Unmet =>
  gateItem(
    'order',
    stage.key,
    why('opportunities.unmet.order', { stageZh: stage.name.zh, stageEn: stage.name.en }),
    'advance_stage',
    facts.ownerName,
  );

const winFirst = (facts: GateFacts): Unmet =>
  gateItem('evidence', 'signing', why('opportunities.unmet.win_first'), 'close_won', facts.ownerName);

const unknownStage = (key: string): Unmet =>
  gateItem('order', key, why('opportunities.unmet.stage_unknown', { stage: key }), 'advance_stage', null);
