import * as protocol from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import {
  type BulkBefore,
  bulkKind,
  type BulkOutcome,
  bulkRoute,
  type BulkSubject,
  eachOnItsOwn,
} from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { customerSubjectsQuery, lockCustomers } from '../store/bulk-query.ts';
import { customerList } from '../store/customer-list.ts';
import type { CompanyFacts } from '../store/customer-store.ts';
import { type CustomerOwner, findKeeper, saveOwner } from '../store/customer-owner.ts';
import { changeCustomer } from './save-customer.ts';

type Action = protocol.CustomerBulkAction;
type Assign = Extract<Action, { do: 'assign' }>;
type Row = RowOf<'customers'>;

const permissionFor = (action: Action): string => (action.do === 'assign' ? 'customers.assign' : 'customers.update');

/** Locks these customers and gives each to `work`, or refuses it: unseen or not allowed. */
async function onEach(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  action: Action,
  work: (customer: Row) => Promise<BulkOutcome>,
): Promise<BulkOutcome[]> {
  const locked = new Map((await lockCustomers(tx, ids)).map((row) => [row.id, row]));
  const subjects = await tx.many(customerSubjectsQuery(actor, ids, permissionFor(action)));
  const allowed = new Map(subjects.map((subject) => [subject.id, subject.allowed]));
  const outcomes: BulkOutcome[] = [];
  for (const id of ids) {
    const outcome = await eachOnItsOwn(async () => {
      const customer = locked.get(id);
      if (!customer || !allowed.has(id)) throw problem('not_found');
      if (!allowed.get(id)) throw problem('not_allowed');
      return work(customer);
    });
    outcomes.push(outcome);
  }
  return outcomes;
}

function editAll(tx: Tx, ids: readonly string[], action: Action & { do: 'edit' }, actor: Actor) {
  const set = action.set as CompanyFacts;
  const names = Object.keys(set) as (keyof CompanyFacts)[];
  return onEach(tx, actor, ids, action, async (customer) => {
    if (names.every((name) => customer[name] === set[name])) return 'unchanged';
    const saved = await changeCustomer(tx, customer, set);
    const before = Object.fromEntries(names.map((name) => [name, customer[name]]));
    return { changed: { version: saved.version, before } };
  });
}

async function assignAll(tx: Tx, ids: readonly string[], action: Assign, actor: Actor): Promise<BulkOutcome[]> {
  const keeper = await findKeeper(tx, action.ownerId);
  return onEach(tx, actor, ids, action, async (customer) => {
    if (customer.ownerId === keeper.id) return 'unchanged';
    const saved = await saveOwner(tx, customer, keeper);
    tx.publish({
      type: 'customers.assigned',
      recordId: customer.id,
      recordVersion: saved.version,
      data: { ownerId: keeper.id },
      text: {
        key: 'customers.event.assigned',
        params: { by: actor.name, owner: keeper.name, reason: action.reason },
      },
    });
    const { ownerId, departmentId } = customer;
    return { changed: { version: saved.version, before: { ownerId, departmentId } } };
  });
}

/** Gives a customer back to whom it was taken from, as long as they may still look after customers. */
async function unassign(tx: Tx, customer: Row, before: BulkBefore['before']): Promise<Row> {
  const { ownerId, departmentId } = before as Pick<Row, 'ownerId' | 'departmentId'>;
  const former: CustomerOwner = ownerId === null ? { id: null, departmentId } : await findKeeper(tx, ownerId);
  return saveOwner(tx, customer, former);
}

function undoAll(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ids = changes.map(({ id }) => id);
  return onEach(tx, actor, ids, action, async (customer) => {
    const change = wanted.get(customer.id);
    if (!change || change.version !== customer.version)
      return { refused: { key: 'bulk.why.changed_since', params: {} } };
    const saved = await (action.do === 'edit'
      ? changeCustomer(tx, customer, change.before)
      : unassign(tx, customer, change.before));
    tx.publish({
      type: 'customers.updated',
      recordId: saved.id,
      recordVersion: saved.version,
      data: { fields: Object.keys(change.before) },
      text: { key: 'customers.event.bulk_undone', params: { by: actor.name } },
    });
    return { changed: { version: saved.version, before: {} } };
  });
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
