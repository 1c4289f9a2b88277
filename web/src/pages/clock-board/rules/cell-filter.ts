import type { Filter } from '../../../kit/filter/index.ts';

/** A stretch of due moments; without a beginning everything before its end. */
interface Stretch {
  readonly from: string | null;
  readonly to: string;
}

const dueWithin = ({ from, to }: Stretch): Filter[] => [
  ...(from === null ? [] : [{ field: 'dueAt', op: 'gte' as const, value: from }]),
  { field: 'dueAt', op: 'lt', value: to },
];

/** Due moments of a column of the heat: what is overdue, the rest of today, a whole day, an hour. */
export function dueIn({ from, to }: Stretch, by: 'day' | 'hour', now: number, dayOf: (at: string) => string): Filter[] {
  if (from === null) return [{ field: 'dueAt', op: 'lt', value: { relative: '0h' } }];
  if (by === 'hour') return dueWithin({ from, to });
  const day = dayOf(from);
  if (day !== dayOf(new Date(now).toISOString())) return [{ field: 'dueAt', op: 'eq', value: day }];
  return [
    { field: 'dueAt', op: 'gte', value: { relative: '0h' } },
    { field: 'dueAt', op: 'lte', value: day },
  ];
}

/** The list behind a number of the heat: what is asked already, of that person, due then, not paused. */
export function heatFilter(
  asked: Filter | undefined,
  memberId: string | null | undefined,
  due: readonly Filter[],
): Filter {
  const owner: Filter[] =
    memberId === undefined
      ? []
      : [memberId === null ? { field: 'ownerId', op: 'isEmpty' } : { field: 'ownerId', op: 'eq', value: memberId }];
  const running: Filter = { field: 'state', op: 'eq', value: 'running' };
  return { all: [...(asked ? [asked] : []), ...owner, running, ...due] };
}

/** The missed clocks behind a number: those given this reason, or none, due in that month. */
export function reasonFilter(reason: string | null, month: Stretch): Filter {
  const given: Filter =
    reason === null ? { field: 'lateReason', op: 'isEmpty' } : { field: 'lateReason', op: 'eq', value: reason };
  return { all: [given, ...dueWithin(month)] };
}

/** The clocks behind a number of those moved: by the due moment they had first. */
export function movedFilter({ from, to }: Stretch): Filter {
  return {
    all: [
      ...(from === null ? [] : [{ field: 'firstDueAt', op: 'gte' as const, value: from }]),
      { field: 'firstDueAt', op: 'lt', value: to },
    ],
  };
}

/** How strongly a number is marked among its like: 0 for none, then 1 to 4. */
export function heatOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((count / most) * 4)) as 1 | 2 | 3 | 4;
}
