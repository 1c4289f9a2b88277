import { z } from 'zod';

/**
 * Query of every list. `filter` is the filter grammar as JSON text, `sort` a field name or `-field`, `limit` 0 to 200
 * (0 reads no rows), `cursor` the `nextCursor` of the page before. `total` asks how many there are, which costs more than
 * a page: `capped` counts to 10 000, `exact` to the end.
 */
export const ListQuery = z.strictObject({
  filter: z.string().max(20_000).optional(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,40}$/)
    .optional(),
  limit: z.coerce.number().int().min(0).max(200).optional(),
  cursor: z.string().max(2_000).optional(),
  q: z.string().trim().max(100).optional(),
  total: z.enum(['capped', 'exact']).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Number of rows behind a list; `exact` is false where counting ended at 10 000. */
export const Total = z.object({ count: z.number().int(), exact: z.boolean() });
export type Total = z.infer<typeof Total>;

/** One page of a list, in the asked order, with its total where the query asked for it. */
export const PageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: Total.optional() });

/** A short, complete list. */
export const ItemsOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
