import { OrganizationBinding, tenantTable } from './organization-binding.ts';
import { as, lastName, listOf, nameIn, type Node, statementsOf, walk } from './syntax.ts';

/** Functions whose value the application must bring, because it differs by node, by moment or by call. */
const BROUGHT_BY_US = new Set([
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'timeofday',
  'random',
  'gen_random_uuid',
  'nextval',
  'current_setting',
]);

function touchesTenantTables(statement: Node): boolean {
  let found = false;
  walk(statement, (kind, inside) => {
    if (kind === 'RangeVar' && tenantTable(inside)) found = true;
    return found;
  });
  if (found) return true;
  return ['InsertStmt', 'UpdateStmt', 'DeleteStmt'].some((kind) => {
    const relation = as(kind, statement)?.relation;
    return relation !== undefined && tenantTable({ RangeVar: relation }) !== undefined;
  });
}

function values(statement: Node): string[] {
  const breaches: string[] = [];
  walk(statement, (kind, inside) => {
    const name = kind === 'FuncCall' ? lastName(listOf(inside, 'funcname')) : '';
    if (BROUGHT_BY_US.has(name)) breaches.push(`calls ${name}(): the application brings the value`);
    if (kind === 'SQLValueFunction') breaches.push('asks the database for today or now: time brings it');
    return false;
  });
  return breaches;
}

function writes(statement: Node): string[] {
  const breaches: string[] = [];
  const update = as('UpdateStmt', statement);
  const sets = [...listOf(update, 'targetList'), ...listOf(conflictOf(statement), 'targetList')];
  if (sets.some((target) => as('ResTarget', target)?.name === 'org_id'))
    breaches.push('sets org_id: a row cannot move to another organisation');
  const lists = listOf(as('SelectStmt', as('InsertStmt', statement)?.selectStmt), 'valuesLists');
  walk(lists, (kind) => {
    if (kind === 'SubLink') breaches.push('inserts VALUES with a subquery: write INSERT … SELECT');
    return kind === 'SubLink';
  });
  return breaches;
}

function conflictOf(statement: Node): Node | undefined {
  return as('InsertStmt', statement)?.onConflictClause as Node | undefined;
}

/** A lock that names no single organisation fails on a sharded database. */
function locks(statement: Node): string[] {
  const breaches: string[] = [];
  walk(statement, (kind, inside) => {
    if (kind !== 'SelectStmt' || listOf(inside, 'lockingClause').length === 0) return false;
    walk(inside.whereClause, (inner, expression) => {
      const column = as('ColumnRef', expression.lexpr);
      if (inner === 'A_Expr' && expression.kind === 'AEXPR_OP_ANY' && lastName(listOf(column, 'fields')) === 'org_id')
        breaches.push('locks rows of several organisations at once');
      return false;
    });
    return false;
  });
  return breaches;
}

function settings(statement: Node): string[] {
  const breaches: string[] = [];
  const set = as('VariableSetStmt', statement);
  if (set && set.is_local !== true) breaches.push(`sets ${nameIn(set, 'name')} for the whole session: write SET LOCAL`);
  walk(statement, (kind, inside) => {
    if (kind === 'FuncCall' && lastName(listOf(inside, 'funcname')) === 'set_config')
      breaches.push('calls set_config(): only SET LOCAL reaches every node');
    return false;
  });
  return breaches;
}

/**
 * What is wrong with a statement by the law for tables and queries: organisation named for every table, values brought
 * by the application, no move between organisations, no session settings. Empty when nothing is.
 */
export function breachesOf(text: string): string[] {
  const breaches: string[] = [];
  for (const statement of statementsOf(text)) {
    breaches.push(...settings(statement));
    if (as('MergeStmt', statement)) breaches.push('uses MERGE');
    if (!touchesTenantTables(statement)) continue;
    const binding = new OrganizationBinding();
    for (const [kind, inside] of Object.entries(statement)) binding.check(kind, inside as Node);
    breaches.push(...binding.breaches, ...values(statement), ...writes(statement), ...locks(statement));
  }
  return [...new Set(breaches)];
}
