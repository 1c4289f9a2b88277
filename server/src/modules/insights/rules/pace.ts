import type { Filter } from '@dealtrail/protocol/kernel';

/** A stretch of a whole number a lead has, both ends in; no lower end for the first, no upper end for the last. */
interface Stretch {
  readonly key: string;
  readonly upTo?: number;
}

/** Where the limits of the first touch lie (24 / 48 / 72 h), and the two hours the best keep; minutes. */
export const touchStretches: readonly Stretch[] = [
  { key: 'h2', upTo: 120 },
  { key: 'h24', upTo: 1_440 },
  { key: 'h48', upTo: 2_880 },
  { key: 'h72', upTo: 4_320 },
  { key: 'later' },
];

/** Where the rhythms of contact lie: 3 days, and 7, 14 and 30 of customers of grade A, B and C; hours. */
export const gapStretches: readonly Stretch[] = [
  { key: 'd3', upTo: 72 },
  { key: 'd7', upTo: 168 },
  { key: 'd14', upTo: 336 },
  { key: 'd30', upTo: 720 },
  { key: 'later' },
];

/** The stretch a number lies in; `none` for nothing. */
export function stretchOf(value: number | null, stretches: readonly Stretch[]): string {
  if (value === null) return 'none';
  return stretches.find(({ upTo }) => upTo === undefined || value <= upTo)?.key ?? 'later';
}

/** Each stretch with the question that finds its leads, and last those that have no number. */
export function stretchFilters(
  field: string,
  stretches: readonly Stretch[],
): readonly { readonly key: string; readonly filter: Filter }[] {
  const found = stretches.map(({ key, upTo }, i) => {
    const above = stretches[i - 1]?.upTo;
    const bounds: Filter[] = [
      ...(above === undefined ? [] : [{ field, op: 'gt', value: above } as const]),
      ...(upTo === undefined ? [] : [{ field, op: 'lte', value: upTo } as const]),
    ];
    return { key, filter: { all: bounds } };
  });
  return [...found, { key: 'none', filter: { field, op: 'isEmpty', value: true } }];
}
