import * as protocol from '@dealtrail/protocol/views';
import type { ViewShape } from '@dealtrail/protocol/views';
import { type Actor, scopeOf } from '../access/index.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { compileFilter, compileSort } from '../filters/index.ts';
import { handle } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { filterContext } from '../lists/conditions.ts';
import { filterOf } from '../lists/index.ts';
import { refusing } from '../lists/refuse.ts';
import type { Time } from '../time/time.ts';
import { findViewedList } from './find-viewed-list.ts';
import { presentView } from './present-views.ts';
import { mayShare, type Sharing } from './rules/may-share.ts';
import { viewsTable } from './tables.ts';
import type { ViewedList } from './viewed-list.ts';
import { ownCountQuery, viewQuery } from './view-queries.ts';

/** Views one member keeps of one list; tabs for more would find nothing. */
const MOST_VIEWS = 100;

/** Refuses a shape whose filter or sort the list would refuse (422 `filter_refused`). */
function refuseShape({ filter, sort }: ViewShape, { list }: ViewedList, actor: Actor, time: Time): void {
  const context = filterContext(list, actor, time.now(), time.today(actor.organization.zone));
  refusing(() => {
    if (filter !== null) compileFilter(filterOf(filter), list.fields, context, { alias: list.alias });
    if (sort !== null) compileSort(sort, list.fields, context, { alias: list.alias });
  });
}

interface Given {
  readonly sharing?: Sharing['sharing'] | undefined;
  readonly departmentIds?: readonly string[] | undefined;
}

function sharingOf(given: Given, before: Sharing): Sharing {
  const sharing = given.sharing ?? before.sharing;
  return { sharing, departmentIds: sharing === 'departments' ? (given.departmentIds ?? before.departmentIds) : [] };
}

function refuseSharing(actor: Actor, wanted: Sharing): void {
  if (!mayShare({ ...actor, scope: scopeOf(actor, 'views.share') }, wanted)) throw problem('sharing_not_allowed');
}

async function findView(tx: Tx, actor: Actor, id: string): Promise<RowOf<'views'>> {
  const row = await tx.lock(viewsTable, { id });
  if (!row || !(await tx.maybe(viewQuery(actor, id)))) throw problem('not_found');
  return row;
}

/** Keeps a view of a list. */
export const createView = handle(protocol.createView, async ({ actor, tx, input, time, services }) => {
  const { list, name, shape } = input;
  const viewed = findViewedList(services.registry, actor, list);
  const shared = sharingOf(input, { sharing: 'private', departmentIds: [] });
  refuseSharing(actor, shared);
  refuseShape(shape, viewed, actor, time);
  const { count } = await tx.one(ownCountQuery(actor, list));
  if (count >= MOST_VIEWS) throw problem('too_many_views', { params: { most: MOST_VIEWS } });
  const now = time.now();
  const row = {
    id: input.id ?? time.newId(),
    list,
    name,
    shape,
    ownerId: actor.memberId,
    sharing: shared.sharing,
    departmentIds: [...shared.departmentIds],
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await tx.insert(viewsTable, [row]);
  return presentView({ ...row, orgId: actor.orgId }, viewed, { actor, time }, actor.name);
});

/** Renames, reshapes or shares an own view. */
export const updateView = handle(protocol.updateView, async ({ actor, tx, input, time, services }) => {
  const row = await findView(tx, actor, input.id);
  const viewed = findViewedList(services.registry, actor, row.list);
  if (row.ownerId !== actor.memberId) throw problem('not_allowed');
  if (row.version !== input.version) {
    throw problem('stale_version', { current: presentView(row, viewed, { actor, time }, actor.name) });
  }
  const shared = sharingOf(input, row);
  if (input.sharing !== undefined || input.departmentIds !== undefined) refuseSharing(actor, shared);
  if (input.shape) refuseShape(input.shape, viewed, actor, time);
  const saved = await tx.update(viewsTable, row, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.shape === undefined ? {} : { shape: input.shape }),
    sharing: shared.sharing,
    departmentIds: [...shared.departmentIds],
    updatedAt: time.now(),
  });
  return presentView(saved, viewed, { actor, time }, actor.name);
});

/** Throws a view away: its owner, or who looks after all it is shared with. */
export const removeView = handle(protocol.removeView, async ({ actor, tx, input, time, services }) => {
  const row = await findView(tx, actor, input.id);
  const viewed = findViewedList(services.registry, actor, row.list);
  if (!presentView(row, viewed, { actor, time }, null).abilities.remove) throw problem('not_allowed');
  await tx.remove(viewsTable, { id: row.id });
  return undefined;
});
