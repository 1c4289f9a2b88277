import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, Text, Version } from '../kernel/index.ts';

/** Who sees a view: its owner, the members of some departments, or everybody who may see the list. */
export const ViewSharing = z.enum(['private', 'departments', 'everyone']);
export type ViewSharing = z.infer<typeof ViewSharing>;

/** Height of a row: 32, 40 or 48 px. */
export const RowDensity = z.enum(['dense', 'standard', 'comfortable']);
export type RowDensity = z.infer<typeof RowDensity>;

/** How a list looks: the filter grammar as JSON text, an offered sort, columns in order with widths in CSS pixels. */
export const ViewShape = z.strictObject({
  filter: z.string().max(20_000).nullable(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,40}$/)
    .nullable(),
  /** Null: the columns the list starts with. */
  columns: z
    .array(z.strictObject({ key: z.string().min(1).max(60), width: z.int().min(48).max(960).nullable() }))
    .max(80)
    .nullable(),
  /** Column by which rows stand in groups; only those of its own sort. */
  group: z.string().max(60).nullable(),
  /** Null: as the reader prefers. */
  density: RowDensity.nullable(),
});
export type ViewShape = z.infer<typeof ViewShape>;

export const View = z.object({
  /** A short key for shipped views, otherwise an id. */
  id: z.string(),
  list: z.string(),
  /** Null for shipped views, whose name is the message `view.<list>.<key>`. */
  name: z.string().nullable(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  sharing: ViewSharing,
  departmentIds: z.array(OutId),
  shape: ViewShape,
  /** Fields its filter or sort names that are gone, or that this member may not ask for; those parts do not work. */
  lost: z.array(z.string()),
  /** Not among this member's tabs. */
  hidden: z.boolean(),
  /** Opens first for this member. */
  isDefault: z.boolean(),
  version: z.number().int(),
  abilities: z.object({ update: z.boolean(), remove: z.boolean() }),
});
export type View = z.infer<typeof View>;

const ListName = z.string().min(1).max(60);

export const listViews = operation({
  id: 'views.list',
  method: 'GET',
  path: '/views',
  query: z.strictObject({ list: ListName }),
  result: ItemsOf(View),
  problems: ['list_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Views of a list (such as leads.list) the member may open, in the order of their tabs.',
});

export const createView = operation({
  id: 'views.create',
  method: 'POST',
  path: '/views',
  body: z.strictObject({
    id: Id.optional(),
    list: ListName,
    name: Text(40),
    shape: ViewShape,
    sharing: ViewSharing.optional(),
    departmentIds: z.array(Id).max(50).optional(),
  }),
  result: View,
  status: 201,
  problems: ['list_unknown', 'sharing_not_allowed', 'too_many_views'],
  permission: 'member',
  offline: 'online',
  summary: 'Keeps a view of a list; private unless `sharing` says otherwise, which needs the right to share.',
});

export const updateView = operation({
  id: 'views.update',
  method: 'PATCH',
  path: '/views/:id',
  params: ById,
  body: z.strictObject({
    version: Version,
    name: Text(40).optional(),
    shape: ViewShape.optional(),
    sharing: ViewSharing.optional(),
    departmentIds: z.array(Id).max(50).optional(),
  }),
  result: View,
  problems: ['sharing_not_allowed'],
  permission: 'member',
  offline: 'online',
  summary: 'Renames, reshapes or shares an own view.',
});

export const removeView = operation({
  id: 'views.remove',
  method: 'DELETE',
  path: '/views/:id',
  params: ById,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Throws an own view away, or one shared within the reach of who may share.',
});

export const arrangeViews = operation({
  id: 'views.arrange',
  method: 'PUT',
  path: '/views/arrangement',
  body: z.strictObject({
    list: ListName,
    /** Ids in the order of the tabs; others follow. */
    order: z.array(z.string().max(60)).max(300),
    hidden: z.array(z.string().max(60)).max(300),
    /** The view that opens first; null for the usual one. */
    defaultId: z.string().max(60).nullable(),
  }),
  result: ItemsOf(View),
  problems: ['list_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Keeps for the signed-in member the order of the tabs, which are hidden and which opens first.',
});

export const viewsProblems = { list_unknown: 422, sharing_not_allowed: 403, too_many_views: 422 } as const;
