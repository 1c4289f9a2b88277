import * as protocol from '@dealtrail/protocol/leads';
import { handle, handleRead } from '../../../../kernel/http/handle.ts';
import { departmentsExist, membersExist } from '../../../organization/index.ts';
import { replaceRules, rulesOr, rulesQuery } from '../../store/giving/rule-store.ts';

/** Assignment rules in the order they are tried. */
export const listAssignmentRules = handleRead(protocol.listAssignmentRules, async ({ actor, read }) => ({
  items: [...rulesOr(await read.many(rulesQuery(actor.orgId)))],
}));

/** Replaces the assignment rules; the first that fits a new lead decides. Without any, the shipped rule holds again. */
export const saveAssignmentRules = handle(protocol.saveAssignmentRules, async ({ actor, tx, input }) => {
  await membersExist(tx, [...new Set(input.items.flatMap(({ memberIds }) => memberIds))], 'items');
  await departmentsExist(tx, [...new Set(input.items.flatMap(({ departmentIds }) => departmentIds))], 'items');
  await replaceRules(
    tx,
    input.items.map(({ id, ...rule }) => ({ ...rule, id: id ?? tx.time.newId() })),
  );
  return { items: [...rulesOr(await tx.many(rulesQuery(actor.orgId)))] };
});
