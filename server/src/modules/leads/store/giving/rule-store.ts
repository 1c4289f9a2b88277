import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../../kernel/db/index.ts';
import type { AssignmentRule } from '../../rules/assignment.ts';
import { leadAssignmentRulesTable } from '../../tables.ts';

const asksForNothing = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };

/** The rule of an organisation that has not written its own: everybody who takes leads, by load. */
const shippedRule: AssignmentRule & { readonly position: number; readonly version: number } = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: '按负荷平均分配',
  position: 1,
  active: true,
  conditions: asksForNothing,
  departmentIds: [],
  memberIds: [],
  supervisorFirst: false,
  skills: [],
  strategy: 'load',
  weights: {},
  atWorkOnly: false,
  version: 1,
};

export type RuleRow = Omit<RowOf<'lead_assignment_rules'>, 'orgId'>;

/** Query for the assignment rules in the order they are tried. */
export function rulesQuery(orgId: string) {
  return sql<RuleRow>`
    select id, name, position, active, conditions, department_ids, member_ids, supervisor_first,
      skills, strategy, weights, at_work_only, version
    from seen.lead_assignment_rules where org_id = ${orgId}::uuid order by position, id`;
}

/** The organisation's rules, or the shipped one where it has none. */
export const rulesOr = (rows: readonly RuleRow[]): readonly RuleRow[] => (rows.length > 0 ? rows : [shippedRule]);

/** A rule as an administrator writes it; without an id it is new. */
export type WrittenRule = Omit<RuleRow, 'id' | 'position' | 'version'> & { readonly id: string };

/** Replaces the rules by these, in their order; rules that stay keep their id and history. */
export async function replaceRules(tx: Tx, written: readonly WrittenRule[]): Promise<void> {
  const kept = await tx.many(sql<RowOf<'lead_assignment_rules'>>`
    select * from app.lead_assignment_rules where org_id = ${tx.orgId}::uuid order by id for update`);
  for (const row of kept) {
    if (!written.some(({ id }) => id === row.id)) await tx.remove(leadAssignmentRulesTable, row);
  }
  for (const [index, rule] of written.entries()) {
    const row = kept.find(({ id }) => id === rule.id);
    const position = index + 1;
    if (row) await tx.update(leadAssignmentRulesTable, row, { ...rule, position });
    else await tx.insert(leadAssignmentRulesTable, [{ ...rule, position, version: 1 }]);
  }
}
