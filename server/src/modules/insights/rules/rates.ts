import type { Why } from '@dealtrail/protocol/kernel';
import { why } from './why.ts';

/** R36: below ten leads a rate would pretend to know; n/N alone is honest. */
const fewestForRate = 10;
/** Below three conversions a median is one lead's story. */
const fewestForMedian = 3;

/** Leads of one group: created in the period, merged duplicates out, invalid ones in. */
export interface GroupCount {
  readonly key: string | null;
  readonly leads: number;
  readonly invalid: number;
  /** Reached 已转化 by the report date. */
  readonly converted: number;
  /** 转化周期 of each converted lead in days. */
  readonly cycleDays: readonly number[];
}

export interface GroupRate {
  readonly key: string | null;
  readonly leads: number;
  readonly invalid: number;
  readonly converted: number;
  /** Tenths of a percent of all leads, half up; undefined below `fewestForRate` leads. */
  readonly ratePerMille?: number;
  /** The same without invalid leads. */
  readonly rateWithoutInvalidPerMille?: number;
  /** Whole days; undefined below `fewestForMedian` conversions. */
  readonly medianCycleDays?: number;
  /** A quarter took at most the first, three quarters at most the second; whole days. */
  readonly quartileDays?: readonly [number, number];
  readonly why: readonly Why[];
}

/** Share in tenths of a percent, half up (77 of 420 = 183); undefined below the fewest a rate is shown for. */
export function perMille(count: number, of: number): number | undefined {
  return of < fewestForRate ? undefined : Math.floor((2000 * count + of) / (2 * of));
}

/** The middle of some whole numbers, the two middle ones averaged half up; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : Math.floor((lower + upper + 1) / 2);
}

/** The first and the third quarter of some whole numbers, each one of them (nearest rank); undefined for none. */
function quartilesOf(numbers: readonly number[]): readonly [number, number] | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const lower = sorted[Math.ceil(sorted.length / 4) - 1];
  const upper = sorted[Math.ceil((3 * sorted.length) / 4) - 1];
  return lower === undefined || upper === undefined ? undefined : [lower, upper];
}

/** The median of what one lead's story does not make; undefined below three. */
export const medianOfSome = (numbers: readonly number[]): number | undefined =>
  numbers.length < fewestForMedian ? undefined : median(numbers);

/** Conversion of each group and of all together (R36, R37); the counts of the groups add up to the total. */
export function conversionRates(counts: readonly GroupCount[]): {
  readonly groups: readonly GroupRate[];
  readonly total: GroupRate;
} {
  const total = counts.reduce<GroupCount>(
    (sum, group) => ({
      key: null,
      leads: sum.leads + group.leads,
      invalid: sum.invalid + group.invalid,
      converted: sum.converted + group.converted,
      cycleDays: [...sum.cycleDays, ...group.cycleDays],
    }),
    { key: null, leads: 0, invalid: 0, converted: 0, cycleDays: [] },
  );
  return { groups: counts.map(rateOf), total: rateOf(total) };
}

function rateOf({ key, leads, invalid, converted, cycleDays }: GroupCount): GroupRate {
  const rate = perMille(converted, leads);
  const withoutInvalid = perMille(converted, leads - invalid);
  const [middle, quartiles] = cycleDays.length < fewestForMedian ? [] : [median(cycleDays), quartilesOf(cycleDays)];
  const notes = [why('insights.why.rate', { converted, leads })];
  if (rate === undefined) notes.push(why('insights.why.too_few', { leads, fewest: fewestForRate }));
  if (invalid > 0) notes.push(why('insights.why.invalid', { invalid, valid: leads - invalid }));
  return {
    key,
    leads,
    invalid,
    converted,
    ...(rate === undefined ? {} : { ratePerMille: rate }),
    ...(withoutInvalid === undefined ? {} : { rateWithoutInvalidPerMille: withoutInvalid }),
    ...(middle === undefined ? {} : { medianCycleDays: middle }),
    ...(quartiles === undefined ? {} : { quartileDays: quartiles }),
    why: notes,
  };
}

export interface CohortAge {
  /** True when its leads have not had the usual time yet: shown in grey, never compared. */
  readonly young: boolean;
  readonly ageDays: number;
  readonly why: readonly Why[];
}

/**
 * Whether a cohort is younger than the median cycle (R36): counted from its last day to the report date, both
 * yyyy-mm-dd. Without a median nothing is known, so nothing is greyed.
 */
export function cohortAge(lastDay: string, reportOn: string, medianCycleDays: number | undefined): CohortAge {
  const ageDays = Math.max(0, dayNumber(reportOn) - dayNumber(lastDay));
  if (medianCycleDays === undefined || ageDays >= medianCycleDays) return { young: false, ageDays, why: [] };
  return { young: true, ageDays, why: [why('insights.why.young_cohort', { ageDays, medianCycleDays })] };
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
