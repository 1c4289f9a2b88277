import type { AutomationAction, AutomationKind, AutomationRule } from '@dealtrail/protocol/automation';
import { bulkCustomers } from '@dealtrail/protocol/customers';
import { bulkLeads } from '@dealtrail/protocol/leads';
import { bulkOpportunities } from '@dealtrail/protocol/opportunities';
import type { Trigger } from '../../../kernel/events/trigger.ts';
import { type FilterContext, type FilterFields, FilterRefused } from '../../../kernel/filters/index.ts';
import { judgeConditions } from './judge-conditions.ts';

/** What is wrong with an automation, and where. */
export interface RuleFault {
  readonly path: string;
  readonly code: 'trigger_unknown' | 'condition_refused' | 'action_not_for_kind' | 'value_refused';
}

/** What is looked at of an automation before it may be kept or tried. */
export type RuleToCheck = Pick<AutomationRule, 'kind' | 'trigger' | 'conditions' | 'actions'>;

const ANYBODY = '00000000-0000-7000-8000-000000000000';
const changing: Readonly<Record<AutomationKind, typeof bulkLeads | typeof bulkOpportunities | typeof bulkCustomers>> = {
  lead: bulkLeads,
  opportunity: bulkOpportunities,
  customer: bulkCustomers,
};

/** Whether the verb people change such records with takes that value. */
function takes(kind: AutomationKind, { field, value }: Extract<AutomationAction, { do: 'set' }>): boolean {
  const asked = { choice: { ids: [ANYBODY] }, action: { do: 'edit', set: { [field]: value } } };
  return changing[kind].body?.safeParse(asked).success === true;
}

function faultOfAction(kind: AutomationKind, action: AutomationAction, path: string): RuleFault[] {
  if ((action.do === 'pool' || action.do === 'give_out') && kind !== 'lead')
    return [{ path, code: 'action_not_for_kind' }];
  if (action.do === 'set' && !takes(kind, action)) return [{ path: `${path}.value`, code: 'value_refused' }];
  return [];
}

function faultOfTrigger({ kind, trigger }: RuleToCheck, triggers: readonly Trigger[]): RuleFault[] {
  if (trigger.on === 'time') return [];
  const known = triggers.find(({ event, kinds }) => event === trigger.event && kinds.includes(kind));
  if (!known) return [{ path: 'trigger.event', code: 'trigger_unknown' }];
  const values = new Set(known.by?.values.map(({ value }) => value));
  return trigger.of?.every((value) => values.has(value)) === false
    ? [{ path: 'trigger.of', code: 'trigger_unknown' }]
    : [];
}

function faultOfConditions({ conditions }: RuleToCheck, fields: FilterFields, context: FilterContext): RuleFault[] {
  try {
    judgeConditions(conditions, fields, context);
    return [];
  } catch (error) {
    if (!(error instanceof FilterRefused)) throw error;
    return [{ path: ['conditions', error.path].filter(Boolean).join('.'), code: 'condition_refused' }];
  }
}

/** Everything that keeps an automation from being one; nothing where it is sound. */
export function ruleFaults(
  rule: RuleToCheck,
  house: { readonly triggers: readonly Trigger[]; readonly fields: FilterFields; readonly context: FilterContext },
): readonly RuleFault[] {
  return [
    ...faultOfTrigger(rule, house.triggers),
    ...faultOfConditions(rule, house.fields, house.context),
    ...rule.actions.flatMap((action, i) => faultOfAction(rule.kind, action, `actions.${i}`)),
  ];
}
