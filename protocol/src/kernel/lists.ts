import { z } from 'zod';

/**
 * Query of every list. `filter` is the filter grammar as JSON text, `sort` a field name or `-field`, `limit` 1 to 200,
 * `cursor` the `nextCursor` of the page before, `total=exact` counts beyond 10 000.
 */
export const ListQuery = z.strictObject({
  filter: z.string().max(20_000).optional(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,40}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(2_000).optional(),
  q: z.string().trim().max(100).optional(),
  total: z.enum(['exact']).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Number of rows behind a list; exact up to 10 000 unless asked for. */
export const Total = z.object({ count: z.number().int(), exact: z.boolean() });

/** One page of a list, in the asked order. */
export const PageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: Total });

/** A short, complete list. */
export const ItemsOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
