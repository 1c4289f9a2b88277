import * as protocol from '@dealtrail/protocol/views';
import type { RowOf } from '../db/index.ts';
import { handle, handleRead } from '../http/handle.ts';
import { findViewedList } from './find-viewed-list.ts';
import { presentViews } from './present-views.ts';
import { viewArrangementsTable } from './tables.ts';
import { arrangementQuery, viewsQuery } from './view-queries.ts';

const ownersOf = (rows: readonly RowOf<'views'>[]) => [...new Set(rows.map(({ ownerId }) => ownerId))];

/** Views of a list the member may open, in the order of their tabs. */
export const listViews = handleRead(protocol.listViews, async ({ actor, read, input, time, services }) => {
  const { registry } = services;
  const viewed = findViewedList(registry, actor, input.list);
  const [rows, [arrangement]] = await read.all([viewsQuery(actor, input.list), arrangementQuery(actor, input.list)]);
  const names = rows.length > 0 ? await read.many(registry.people.namesOf(actor.orgId, ownersOf(rows))) : [];
  return { items: presentViews({ viewed, rows, arrangement, names }, { actor, time }) };
});

/** Keeps for the member the order of the tabs, which are hidden and which opens first. */
export const arrangeViews = handle(protocol.arrangeViews, async ({ actor, tx, input, time, services }) => {
  const { registry } = services;
  const { list, order, hidden, defaultId } = input;
  const viewed = findViewedList(registry, actor, list);
  const arranged = { viewOrder: order, hidden, defaultId };
  // Two devices at once: the row is there for the second one to wait on.
  await tx.run({
    text: `insert into app.view_arrangements (org_id, member_id, list) values ($1, $2, $3) on conflict do nothing`,
    values: [tx.orgId, actor.memberId, list],
    name: 'view_arrangements_open',
  });
  const before = await tx.lock(viewArrangementsTable, { memberId: actor.memberId, list });
  if (!before) throw new Error('an arrangement that was just opened is not there');
  const arrangement = await tx.update(viewArrangementsTable, before, arranged);
  const rows = await tx.many(viewsQuery(actor, list));
  const names = rows.length > 0 ? await tx.many(registry.people.namesOf(actor.orgId, ownersOf(rows))) : [];
  return { items: presentViews({ viewed, rows, arrangement, names }, { actor, time }) };
});
