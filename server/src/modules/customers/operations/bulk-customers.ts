import * as protocol from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import {
  actOnAll,
  type BulkBefore,
  bulkKind,
  type BulkOutcome,
  bulkRoute,
  type BulkSubject,
  changedSince,
  type Chosen,
} from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { customerSubjectsQuery, lockCustomers } from '../store/bulk-query.ts';
import { customerList } from '../store/customer-list.ts';
import type { CompanyFacts, CustomerChange } from '../store/customer-store.ts';
import {
  type CustomerHandOver,
  type CustomerOwner,
  findKeeper,
  findKeepers,
  keeperAmong,
  saveOwners,
} from '../store/customer-owner.ts';
import { changeCustomers } from './save-customer.ts';

type Action = protocol.CustomerBulkAction;
type Assign = Extract<Action, { do: 'assign' }>;
type Row = RowOf<'customers'>;

const permissionFor = (action: Action): string => (action.do === 'assign' ? 'customers.assign' : 'customers.update');

/** These customers, locked, with what the actor may do. */
async function chosen(tx: Tx, actor: Actor, ids: readonly string[], action: Action): Promise<Chosen<Row>> {
  const rows = await lockCustomers(tx, ids);
  return { ids, rows, subjects: await tx.many(customerSubjectsQuery(actor, ids, permissionFor(action))) };
}

async function editAll(tx: Tx, ids: readonly string[], action: Action & { do: 'edit' }, actor: Actor) {
  const set = action.set as CompanyFacts;
  const names = Object.keys(set) as (keyof CompanyFacts)[];
  return actOnAll<Row, CustomerChange>(
    await chosen(tx, actor, ids, action),
    (customer) =>
      names.every((name) => customer[name] === set[name]) ? 'unchanged' : { change: { customer, patch: set } },
    async (changes) => {
      const saved = await changeCustomers(tx, changes);
      return changes.map(({ customer }, i) => ({
        version: saved[i]?.version ?? 0,
        before: Object.fromEntries(names.map((name) => [name, customer[name]])),
      }));
    },
  );
}

async function assignAll(tx: Tx, ids: readonly string[], action: Assign, actor: Actor): Promise<BulkOutcome[]> {
  const keeper = await findKeeper(tx, action.ownerId);
  const params = { by: actor.name, owner: keeper.name, reason: action.reason };
  return actOnAll<Row, CustomerHandOver>(
    await chosen(tx, actor, ids, action),
    (customer) => (customer.ownerId === keeper.id ? 'unchanged' : { change: { customer, owner: keeper } }),
    async (changes) => {
      const saved = await saveOwners(tx, changes);
      for (const { id, version } of saved) {
        tx.publish({
          type: 'customers.assigned',
          recordId: id,
          recordVersion: version,
          data: { ownerId: keeper.id },
          text: { key: 'customers.event.assigned', params },
        });
      }
      return changes.map(({ customer: { ownerId, departmentId } }, i) => ({
        version: saved[i]?.version ?? 0,
        before: { ownerId, departmentId },
      }));
    },
  );
}

/** Whose each customer was before, as long as they may still look after customers. */
async function formerOwners(tx: Tx, changes: readonly BulkBefore[]): Promise<(row: Row) => CustomerOwner> {
  const before = new Map(changes.map((change) => [change.id, change.before as Pick<Row, 'ownerId' | 'departmentId'>]));
  const ids = [...before.values()].flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const keepers = await findKeepers(tx, ids);
  return ({ id }) => {
    const { ownerId = null, departmentId = null } = before.get(id) ?? {};
    return ownerId === null ? { id: null, departmentId } : keeperAmong(keepers, ownerId);
  };
}

async function undoAll(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ownerOf = action.do === 'assign' ? await formerOwners(tx, changes) : undefined;
  const ids = changes.map(({ id }) => id);
  return actOnAll<Row, CustomerHandOver & CustomerChange>(
    await chosen(tx, actor, ids, action),
    (customer) => {
      const change = wanted.get(customer.id);
      if (!change || change.version !== customer.version) return changedSince;
      const owner = ownerOf?.(customer) ?? { id: customer.ownerId, departmentId: customer.departmentId };
      return { change: { customer, owner, patch: change.before } };
    },
    async (back) => {
      const saved = await (action.do === 'edit' ? changeCustomers(tx, back) : saveOwners(tx, back));
      for (const { id, version } of saved) {
        tx.publish({
          type: 'customers.updated',
          recordId: id,
          recordVersion: version,
          data: { fields: Object.keys(wanted.get(id)?.before ?? {}) },
          text: { key: 'customers.event.bulk_undone', params: { by: actor.name } },
        });
      }
      return saved.map(({ version }) => ({ version, before: {} }));
    },
  );
}

/** Customers that are handed over or changed together. */
export const customerBulk = bulkKind<Action, BulkSubject>({
  kind: 'customer',
  list: customerList,
  permissionFor,
  subjects: (tx, ids, action, actor) => tx.many(customerSubjectsQuery(actor, ids, permissionFor(action))),
  refusal: () => undefined,
  apply: (tx, ids, action, actor) =>
    action.do === 'assign' ? assignAll(tx, ids, action, actor) : editAll(tx, ids, action, actor),
  undo: undoAll,
});

/** Hands over or changes many customers. */
export const bulkCustomers = bulkRoute(customerBulk, protocol.bulkCustomers);
