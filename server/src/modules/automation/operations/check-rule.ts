import type { AutomationAction, AutomationPerson } from '@dealtrail/protocol/automation';
import type { Actor } from '../../../kernel/access/index.ts';
import type { RowSource } from '../../../kernel/house/row-source.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Time } from '../../../kernel/time/time.ts';
import { sql } from 'kysely';
import { conditionContext } from '../run/condition-context.ts';
import { ruleFaults, type RuleToCheck } from '../rules/rule-faults.ts';
import { triggersOf } from '../rules/triggers.ts';

interface Checking {
  readonly actor: Actor;
  readonly rows: RowSource;
  readonly services: Services;
  readonly time: Time;
}

const named = (person: AutomationPerson): readonly string[] => (person.who === 'member' ? [person.memberId] : []);

/** Colleagues an action names. */
function membersIn(action: AutomationAction): readonly string[] {
  if (action.do === 'assign') return [action.memberId];
  if (action.do === 'task') return named(action.for);
  return action.do === 'notify' ? action.to.flatMap(named) : [];
}

async function strangersIn({ actor, rows }: Checking, actions: readonly AutomationAction[]): Promise<string[]> {
  const ids = [...new Set(actions.flatMap(membersIn))];
  if (ids.length === 0) return [];
  const known = await rows.many(sql<{ id: string }>`
    select m.id from seen.members m where m.org_id = ${actor.orgId}::uuid and m.id = any(${ids}::uuid[]) and m.active`);
  const here = new Set(known.map(({ id }) => id));
  return actions.flatMap((action, i) => (membersIn(action).every((id) => here.has(id)) ? [] : [`actions.${i}`]));
}

/** Refuses an automation that could not run: an event nobody tells, a field nobody offers, a colleague who left (422). */
export async function refuseUnsound(checking: Checking, rule: RuleToCheck): Promise<void> {
  const { actor, services, time } = checking;
  const fields = services.registry.bulkKinds.get(rule.kind)?.list.fields ?? new Map();
  const context = conditionContext(actor.memberId, actor.organization.zone, time);
  const faults = ruleFaults(rule, { triggers: triggersOf(services.registry.policies), fields, context });
  const strangers = await strangersIn(checking, rule.actions);
  const all = [...faults, ...strangers.map((path) => ({ path, code: 'member_unknown' }))];
  const [first] = all;
  if (!first) return;
  throw problem('automation_unsound', {
    params: { fault: first.code, path: first.path },
    fields: all.map(({ path, code }) => ({ path, code, message: code })),
  });
}
