import * as protocol from '@dealtrail/protocol/customers';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { duplicateRulesOf } from '../rules/duplicate-rules.ts';
import * as store from '../store/duplicate-rule-store.ts';

/** What happens when a lead or customer is entered that may exist already. */
export const getDuplicateRules = handleRead(protocol.getDuplicateRules, async ({ actor, read }) =>
  duplicateRulesOf(await read.many(store.duplicateRulesQuery(actor.orgId))),
);

/** Says what happens when a lead or customer is entered that may exist already. */
export const saveDuplicateRules = handle(protocol.saveDuplicateRules, async ({ tx, input }) => {
  await store.saveDuplicateRules(tx, input);
  return input;
});
