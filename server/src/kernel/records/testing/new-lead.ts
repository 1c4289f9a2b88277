import { createLead } from '@dealtrail/protocol/leads';
import type { Caller } from '../../../testing/test-house.ts';

let serial = 0;

/** A lead of this person's own, through the product's verb; returns its id. */
export async function newLead(caller: Caller, facts: Readonly<Record<string, string>> = {}): Promise<string> {
  const companyName = `苏州屿澄精密制造${(serial += 1)}有限公司`;
  const made = await caller.call(createLead, {
    body: { companyName, contactName: '陆明舟', source: '转介绍', ...facts },
  });
  if (made.status !== 201) throw new Error(`a lead was refused: ${JSON.stringify(made.body)}`);
  return made.body.id;
}
