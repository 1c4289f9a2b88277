import type { View, ViewShape } from '@dealtrail/protocol/views';
import { type Actor, may, scopeOf } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';
import { filterContext } from '../lists/conditions.ts';
import type { Time } from '../time/time.ts';
import { lostFields } from './rules/lost-fields.ts';
import { mayShare } from './rules/may-share.ts';
import type { ShippedView, ViewedList } from './viewed-list.ts';

/** What a member's views of a list are made of. */
export interface ViewParts {
  readonly viewed: ViewedList;
  readonly rows: readonly RowOf<'views'>[];
  readonly arrangement: RowOf<'view_arrangements'> | undefined;
  readonly names: readonly { id: string; name: string }[];
}

interface Reader {
  readonly actor: Actor;
  readonly time: Time;
}

function lostIn({ filter, sort }: ViewShape, { list }: ViewedList, { actor, time }: Reader): string[] {
  const context = filterContext(list, actor, time.now(), time.today(actor.organization.zone));
  return lostFields({ filter, sort }, list.fields, context);
}

function shippedShape({ filter, sort }: ShippedView): ViewShape {
  return {
    filter: filter ? JSON.stringify(filter) : null,
    sort: sort ?? null,
    columns: null,
    group: null,
    density: null,
  };
}

type Arranged = Pick<View, 'hidden' | 'isDefault'>;

/** A view the product brings, as this member sees it. */
function presentShipped(shipped: ShippedView, viewed: ViewedList, reader: Reader, arranged: Arranged): View {
  const shape = shippedShape(shipped);
  return {
    id: shipped.key,
    list: viewed.list.list,
    name: null,
    ownerId: null,
    ownerName: null,
    sharing: 'everyone',
    departmentIds: [],
    shape,
    lost: lostIn(shape, viewed, reader),
    version: 1,
    abilities: { update: false, remove: false },
    ...arranged,
  };
}

/** A kept view as this member sees it. */
export function presentView(
  row: RowOf<'views'>,
  viewed: ViewedList,
  reader: Reader,
  ownerName: string | null,
  arranged: Arranged = { hidden: false, isDefault: false },
): View {
  const { actor } = reader;
  const own = row.ownerId === actor.memberId;
  const { id, list, name, ownerId, sharing, departmentIds, shape, version } = row;
  const sharer = { ...actor, scope: scopeOf(actor, 'views.share') };
  const looksAfter = row.sharing !== 'private' && may(actor, 'views.share') && mayShare(sharer, row);
  return {
    id,
    list,
    name,
    ownerId,
    ownerName,
    sharing,
    departmentIds,
    shape,
    version,
    lost: lostIn(shape, viewed, reader),
    abilities: { update: own, remove: own || looksAfter },
    ...arranged,
  };
}

/** The views of a list in the member's order: as arranged, then the shipped, own and shared ones that are new to it. */
export function presentViews({ viewed, rows, arrangement, names }: ViewParts, reader: Reader): View[] {
  const { actor } = reader;
  const ids = [...viewed.views.map(({ key }) => key), ...rows.map(({ id }) => id)];
  const starts = scopeOf(actor, viewed.list.permission) === 'own' ? 'own' : 'wider';
  const usual = viewed.views.find(({ startsFor }) => startsFor === starts)?.key;
  const chosen = arrangement?.defaultId ?? undefined;
  const first = chosen !== undefined && ids.includes(chosen) ? chosen : usual;
  const arranged = (id: string): Arranged => ({
    hidden: id !== first && (arrangement?.hidden.includes(id) ?? false),
    isDefault: id === first,
  });
  const nameOf = (ownerId: string) => names.find(({ id }) => id === ownerId)?.name ?? null;
  const views = [
    ...viewed.views.map((shipped) => presentShipped(shipped, viewed, reader, arranged(shipped.key))),
    ...rows.map((row) => presentView(row, viewed, reader, nameOf(row.ownerId), arranged(row.id))),
  ];
  const order = arrangement?.viewOrder ?? [];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length + ids.indexOf(id));
  return views.toSorted((a, b) => place(a.id) - place(b.id));
}
