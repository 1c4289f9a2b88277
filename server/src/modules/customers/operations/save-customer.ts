import * as protocol from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { presentCustomer } from '../present.ts';
import {
  findSameCompany,
  holdCompanyName,
  insertCustomer,
  lockForChange,
  saveCustomer,
} from '../store/customer-store.ts';
import { contactsQuery, customerQuery, holderOf } from '../store/customer-view.ts';

async function refuseTaken(tx: Tx, name: string, except?: string): Promise<void> {
  await holdCompanyName(tx, name);
  const same = await findSameCompany(tx, name);
  if (same === undefined || same === except) return;
  const { ownerName, departmentName } = await holderOf(tx, same);
  throw problem('customer_exists', { params: { owner: ownerName ?? '—', department: departmentName ?? '—' } });
}

async function show(tx: Tx, actor: Actor, id: string): Promise<protocol.Customer> {
  return presentCustomer(await tx.one(customerQuery(actor, id)), await tx.many(contactsQuery(tx.orgId, id)), actor);
}

/** Makes a customer; the same company under another spelling is refused with who follows it. */
export const createCustomer = handle(protocol.createCustomer, async ({ actor, tx, input, time }) => {
  await refuseTaken(tx, input.name);
  const { id: wanted, name, ...facts } = input;
  const id = await insertCustomer(tx, {
    ...(wanted === undefined ? {} : { id: wanted }),
    name,
    industry: facts.industry ?? null,
    region: facts.region ?? null,
    province: facts.province ?? null,
    city: facts.city ?? null,
    ownerId: actor.memberId,
    departmentId: actor.departmentId,
    today: time.today(actor.organization.zone),
  });
  tx.publish({
    type: 'customers.created',
    recordId: id,
    text: { key: 'customers.event.created', params: { by: actor.name } },
  });
  return show(tx, actor, id);
});

/** Changes the facts of a customer. */
export const updateCustomer = handle(protocol.updateCustomer, async ({ actor, tx, input }) => {
  const customer = await lockForChange(tx, actor, input.id, 'customers.update', input.version);
  if (input.name !== undefined && input.name !== customer.name) await refuseTaken(tx, input.name, customer.id);
  const { id, version: _version, ...patch } = input;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  await saveCustomer(tx, customer, given);
  tx.publish({ type: 'customers.updated', recordId: id, data: { fields: Object.keys(given) } });
  return show(tx, actor, id);
});
