import * as protocol from '@dealtrail/protocol/customers';
import { normalizeCreditCode } from '@dealtrail/protocol/quality';
import { type Actor, may } from '../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { findHits } from '../duplicates/find-hits.ts';
import { type Entered, refuseDuplicates } from '../duplicates/refuse-duplicates.ts';
import { tellDuplicates } from '../duplicates/tell-duplicates.ts';
import { presentCustomer } from '../present.ts';
import type { Party } from '../rules/identity/party.ts';
import {
  type CustomerChange,
  holdCompanyName,
  insertCustomer,
  lockForChange,
  saveCustomers,
} from '../store/customer-store.ts';
import { contactsQuery, customerQuery } from '../store/customer-view.ts';
import { readDuplicateRules } from '../store/duplicate-rule-store.ts';

/** A customer as it is about to be saved. */
interface Wanted {
  readonly party: Party;
  readonly except: string | null;
  readonly overrideReason: string | null | undefined;
}

/** Who may decide for others on leads decides on a second customer too. */
const DECIDES = 'leads.assign';

async function enter(tx: Tx, actor: Actor, services: Services, wanted: Wanted): Promise<Entered> {
  await holdCompanyName(tx, wanted.party.companyName ?? '');
  const hits = await findHits(tx, actor, wanted.party, wanted.except);
  return refuseDuplicates(tx, await readDuplicateRules(tx), hits, {
    actor,
    kind: 'customer',
    services,
    mayOverride: may(actor, DECIDES),
    overrideReason: wanted.overrideReason ?? null,
  });
}

function refuseBrokenCode(code: string | null | undefined): void {
  if (!code || normalizeCreditCode(code)) return;
  throw problem('credit_code_invalid', {
    fields: [{ path: 'creditCode', code: 'credit_code_invalid', message: '统一社会信用代码不正确' }],
  });
}

async function show(tx: Tx, actor: Actor, id: string, { hits }: Entered): Promise<protocol.Customer> {
  const duplicates = await tellDuplicates(tx, actor, hits, false);
  const [customer, contacts] = await Promise.all([
    tx.one(customerQuery(actor, id)),
    tx.many(contactsQuery(tx.orgId, id)),
  ]);
  return presentCustomer(customer, contacts, actor, duplicates);
}

function tellOverride(tx: Tx, id: string, by: string, reason: string | null | undefined, entered: Entered): void {
  if (!entered.overridden) return;
  tx.publish({
    type: 'customers.duplicate_overridden',
    recordId: id,
    text: { key: 'customers.event.duplicate_overridden', params: { by, reason: reason ?? '' } },
  });
}

/** Makes a customer; one that exists already is told or refused by the organisation's rule, with who follows it. */
export const createCustomer = handle(protocol.createCustomer, async ({ actor, tx, input, time, services }) => {
  refuseBrokenCode(input.creditCode);
  const { id: wanted, name, overrideReason, ...facts } = input;
  const { shortName = null, formerNames = [], creditCode = null, website = null } = facts;
  const party = { companyName: name, shortName, formerNames, creditCode, website };
  const entered = await enter(tx, actor, services, { party, except: null, overrideReason });
  const id = await insertCustomer(tx, {
    ...(wanted === undefined ? {} : { id: wanted }),
    name,
    shortName,
    formerNames,
    creditCode,
    website,
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
  tellOverride(tx, id, actor.name, overrideReason, entered);
  return show(tx, actor, id, entered);
});

const identifying = ['name', 'shortName', 'formerNames', 'creditCode'] as const;
const nothing: Entered = { hits: [], overridden: false };

/** Changes facts of locked customers that the actor may change, one or many; returns them in order. */
export async function changeCustomers(tx: Tx, changes: readonly CustomerChange[]): Promise<RowOf<'customers'>[]> {
  const saved = await saveCustomers(tx, changes);
  for (const [i, { id, version }] of saved.entries()) {
    tx.publish({
      type: 'customers.updated',
      recordId: id,
      recordVersion: version,
      data: { fields: Object.keys(changes[i]?.patch ?? {}) },
    });
  }
  return saved;
}

/** Changes the facts of a customer. */
export const updateCustomer = handle(protocol.updateCustomer, async ({ actor, tx, input, services }) => {
  const customer = await lockForChange(tx, actor, input.id, 'customers.update', input.version);
  refuseBrokenCode(input.creditCode);
  const { id, version: _version, overrideReason, ...patch } = input;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const after = { ...customer, ...given };
  const moved = identifying.some((name) => input[name] !== undefined && input[name] !== customer[name]);
  const party = { ...after, companyName: after.name };
  const entered = moved ? await enter(tx, actor, services, { party, except: id, overrideReason }) : nothing;
  await changeCustomers(tx, [{ customer, patch: given }]);
  tellOverride(tx, id, actor.name, overrideReason, entered);
  return show(tx, actor, id, entered);
});
