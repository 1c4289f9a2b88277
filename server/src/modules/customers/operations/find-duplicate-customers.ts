import * as protocol from '@dealtrail/protocol/customers';
import { handle } from '../../../kernel/http/handle.ts';
import { findHits } from '../duplicates/find-hits.ts';
import { tellDuplicates } from '../duplicates/tell-duplicates.ts';
import { applyDuplicateRules } from '../rules/duplicate-rules.ts';
import { readDuplicateRules } from '../store/duplicate-rule-store.ts';

/** Looks for the same company among customers and leads before a customer is saved. */
export const findDuplicateCustomers = handle(protocol.findDuplicateCustomers, async ({ actor, tx, input }) => {
  const { name = null, except = null, ...party } = input;
  const hits = await findHits(tx, actor, { ...party, companyName: name }, except);
  const { told } = applyDuplicateRules(await readDuplicateRules(tx), 'customer', hits);
  return { duplicates: await tellDuplicates(tx, actor, told, true) };
});
