import type { Task } from '@dealtrail/protocol/activities';
import type { Unmet } from '@dealtrail/protocol/kernel';
import type { Opportunity } from '@dealtrail/protocol/opportunities';

/** Fields the edit drawer holds and can put the cursor in. */
export const editableFields = [
  'name',
  'amountMinor',
  'expectedCloseOn',
  'probability',
  'needSummary',
  'competitor',
] as const;
export type EditableField = (typeof editableFields)[number];

/** What a press on an unmet item leads to. */
export type GateAct =
  | { readonly kind: 'edit'; readonly field: EditableField }
  | { readonly kind: 'tasks'; readonly label: Unmet['label'] }
  | { readonly kind: 'advance'; readonly to: string }
  | { readonly kind: 'close'; readonly outcome: 'won' };

/** What a member may do about a gate. */
export type MayDo = Pick<Opportunity['abilities'], 'update' | 'advance' | 'close' | 'followUp'>;

/** The act beside an unmet item, when this member may do it; evidence comes from later work and has none here. */
export function actFor(item: Unmet, may: MayDo): GateAct | undefined {
  const field = editableFields.find((each) => each === item.key);
  if (item.kind === 'field') return field && may.update ? { kind: 'edit', field } : undefined;
  if (item.kind === 'task') return may.update || may.followUp ? { kind: 'tasks', label: item.label } : undefined;
  if (item.kind === 'order') return may.advance ? { kind: 'advance', to: item.key } : undefined;
  return item.act === 'close_won' && may.close ? { kind: 'close', outcome: 'won' } : undefined;
}

const sameSentence = (title: Task['title'], label: Unmet['label']): boolean =>
  typeof title === 'string'
    ? label.params['task'] === title
    : title.key === label.key && JSON.stringify(title.params) === JSON.stringify(label.params);

/** The open task an unmet item waits for. */
export function taskBehind(
  label: Unmet['label'],
  opportunity: Pick<Opportunity, 'tasks' | 'stageKey'>,
): Task | undefined {
  return opportunity.tasks.find(
    (task) => task.doneAt === null && task.stageKey === opportunity.stageKey && sameSentence(task.title, label),
  );
}

/** The next right step on an opportunity: what its one primary button does. */
export type NextStep =
  | { readonly kind: 'act'; readonly item: Unmet; readonly act: GateAct }
  | { readonly kind: 'advance'; readonly to: string }
  | { readonly kind: 'signing' }
  | { readonly kind: 'followUp' }
  | undefined;

/** The first thing missing that this member can do; else the step forward; else a follow-up. */
export function nextRightStep(opportunity: Pick<Opportunity, 'state' | 'gate' | 'abilities'>): NextStep {
  const { state, gate, abilities } = opportunity;
  if (state === 'won_awaiting_signing') return abilities.close ? { kind: 'signing' } : undefined;
  if (state !== 'open') return undefined;
  for (const item of gate.unmet) {
    const act = actFor(item, abilities);
    if (act) return { kind: 'act', item, act };
  }
  if (gate.to && gate.unmet.length === 0 && abilities.advance) return { kind: 'advance', to: gate.to };
  return abilities.followUp ? { kind: 'followUp' } : undefined;
}
