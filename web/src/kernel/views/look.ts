import type { View, ViewShape } from '@dealtrail/protocol/views';
import { type Filter, readFilter, withoutFields, writeFilter } from '../../kit/filter/index.ts';
import type { Draft } from './drafts.ts';

/** In an address: nothing, where the view has something. */
export const NOTHING = 'none';

/** The part of an address that says how a list is looked at. */
export interface Asked {
  readonly filter?: string | undefined;
  readonly sort?: string | undefined;
  readonly group?: string | undefined;
}

/** How a list is looked at now: the view with what the address and the person changed of it. */
export interface Shape {
  readonly filter: Filter | undefined;
  readonly sort: string;
  readonly columns: ViewShape['columns'];
  readonly group: string | null;
  readonly density: ViewShape['density'];
  /** Whether it differs from the view. */
  readonly changed: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What the address says of one thing: left out it is the view's, `none` is nothing. */
function chosen<T>(asked: string | undefined, own: T, read: (text: string) => T, nothing: T): T {
  if (asked === undefined || asked === '') return own;
  return asked === NOTHING ? nothing : read(asked);
}

/** Joins view, address and draft; conditions that are lost do not work, whatever the view says. */
export function shapeOf(view: View | undefined, asked: Asked, draft: Draft, usualSort: string): Shape {
  const kept = view?.shape;
  const own = withoutFields(readFilter(kept?.filter), view?.lost ?? []);
  const sortLost = kept?.sort ? view?.lost.includes(kept.sort.replace('-', '')) : false;
  const ownSort = (sortLost ? null : kept?.sort) ?? usualSort;
  const filter = chosen(asked.filter, own, readFilter, undefined);
  const sort = asked.sort || ownSort;
  const group = chosen<string | null>(asked.group, kept?.group ?? null, (text) => text, null);
  const columns = draft.columns === undefined ? (kept?.columns ?? null) : draft.columns;
  const density = draft.density === undefined ? (kept?.density ?? null) : draft.density;
  const unchanged =
    same(writeFilter(filter), writeFilter(own)) &&
    sort === ownSort &&
    same(group, kept?.group) &&
    same(columns, kept?.columns) &&
    same(density, kept?.density);
  return { filter, sort, columns, group, density, changed: !unchanged };
}

/** The shape as it is kept with a view. */
export function keptShape({ filter, sort, columns, group, density }: Omit<Shape, 'changed'>): ViewShape {
  return { filter: writeFilter(filter) ?? null, sort, columns: columns && [...columns], group, density };
}
