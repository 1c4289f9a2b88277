import { z } from 'zod';

const MAX_DEPTH = 5;
const MAX_LEAVES = 50;
const MAX_LISTED = 200;

/**
 * What a field may be asked. `within` takes a relative value: from now back (`-30d`) or ahead (`30d`), both ends in.
 * `isEmpty` takes true (also when left out) or false. `mentions` `mentionsUnrefused` `denies` look for any of a list of
 * words in a text that says how it is read; rules ask them, lists do not.
 */
export const FilterOperator = z.enum([
  'eq',
  'ne',
  'in',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'startsWith',
  'isEmpty',
  'within',
  'mentions',
  'mentionsUnrefused',
  'denies',
]);
export type FilterOperator = z.infer<typeof FilterOperator>;

const FilterText = z
  .string()
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), { error: 'text_not_well_formed' });

/** A moment counted from now: h hours, d days, w weeks, m months, y years; `-30d` is 30 days ago, `0d` today. */
const Relative = z.strictObject({ relative: z.string().regex(/^[+-]?\d{1,4}[hdwmy]$/) });

/**
 * A whole day, week, month, quarter or year by the calendar, counted from the running one: shift -1 is the last, 1 the
 * next. Weeks begin on Monday.
 */
const Period = z.strictObject({
  period: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  shift: z.int().min(-99).max(99).optional(),
});
export type Period = z.infer<typeof Period>;

/** The member who asks. */
const Me = z.strictObject({ me: z.literal(true) });

const SingleValue = z.union([FilterText, z.number(), z.boolean(), Relative, Period, Me]);

/** One value, or a list of at most 200 for `in` and exactly two for `between`. */
export const FilterValue = z.union([SingleValue, z.array(SingleValue).max(MAX_LISTED)]);
export type FilterValue = z.infer<typeof FilterValue>;

/** One question to one field; the name may cross one relation: `customer.grade`. */
export const FieldFilter = z.strictObject({
  field: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}(\.[a-zA-Z][a-zA-Z0-9_]{0,39})?$/),
  op: FilterOperator,
  value: FilterValue.optional(),
});
export type FieldFilter = z.infer<typeof FieldFilter>;

/** All of, any of, not, or one question. `{ all: [] }` is every row, `{ any: [] }` none. */
export type Filter = { all: Filter[] } | { any: Filter[] } | { not: Filter } | FieldFilter;

const FilterNode: z.ZodType<Filter> = z.union([
  FieldFilter,
  z.strictObject({ all: z.array(z.lazy(() => FilterNode)) }),
  z.strictObject({ any: z.array(z.lazy(() => FilterNode)) }),
  z.strictObject({ not: z.lazy(() => FilterNode) }),
]);

function partsOf(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const { all, any, not } = node as { all?: unknown; any?: unknown; not?: unknown };
  return [...(Array.isArray(all) ? all : []), ...(Array.isArray(any) ? any : []), ...(not === undefined ? [] : [not])];
}

/** Level by level, so that the deepest nesting a sender can write costs no more than the bound. */
function boundBroken(root: unknown): string | undefined {
  let level: unknown[] = [root];
  let leaves = 0;
  for (let depth = 1; level.length; depth += 1) {
    if (depth > MAX_DEPTH) return 'filter_too_deep';
    const next: unknown[] = [];
    for (const node of level) {
      const parts = partsOf(node);
      if (parts.length) next.push(...parts);
      else leaves += 1;
      if (leaves + next.length > MAX_LEAVES) return 'filter_too_large';
    }
    level = next;
  }
  return undefined;
}

/**
 * The one filter grammar of lists, saved views, rules, gates, segments, reports and exports: at most 5 deep, a question
 * counted as one level, and at most 50 questions.
 */
export const Filter: z.ZodType<Filter> = z
  .unknown()
  .superRefine((root, context) => {
    const broken = boundBroken(root);
    if (broken) context.addIssue({ code: 'custom', message: broken, continue: false });
  })
  .pipe(FilterNode);
