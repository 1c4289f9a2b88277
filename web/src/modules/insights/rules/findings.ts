import type { ConversionCohort, ConversionGroup, PaceGroup } from '@dealtrail/protocol/insights';

/** A finding as a message key with what fills it, without the names that only the screen knows. */
export type Finding =
  | { readonly key: 'none' }
  | { readonly key: 'few'; readonly converted: number; readonly leads: number }
  | { readonly key: 'only' | 'even'; readonly converted: number; readonly leads: number; readonly rate: number }
  | { readonly key: 'best'; readonly group: ConversionGroup; readonly rate: number; readonly average: number };

/** Below this many points a lead over the average is no news. */
const WORTH_SAYING = 3;
/** How many standard errors of the average's rate a group must lie above it: one in a hundred would by chance. */
const BEYOND_CHANCE = 2.33;

/** Whether a rate in percent over that many leads lies above the average by more than chance and rounding. */
function standsOut(rate: number, leads: number, average: number): boolean {
  const error = Math.sqrt((average * (100 - average)) / leads);
  return rate - average >= Math.max(WORTH_SAYING, BEYOND_CHANCE * error);
}

/** The item that is worth most; the first of equals. */
function top<Item>(items: readonly Item[], worth: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && worth(best) >= worth(item) ? best : item), undefined);
}

/** What the conversion of the groups says in one sentence: which is best, that all are alike, or that it is too early. */
export function conversionFinding(groups: readonly ConversionGroup[], total: ConversionGroup): Finding {
  const { leads, converted, rate } = total;
  if (leads === 0) return { key: 'none' };
  if (rate === null) return { key: 'few', converted, leads };
  const rated = groups.filter((group) => group.rate !== null && group.key !== null);
  const best = top(rated, (group) => group.rate ?? 0);
  if (rated.length < 2 || !best || best.rate === null) return { key: 'only', converted, leads, rate };
  if (!standsOut(best.rate, best.leads, rate)) return { key: 'even', converted, leads, rate };
  return { key: 'best', group: best, rate: best.rate, average: rate };
}

/** The pace whose leads convert better than all by more than chance; undefined where none does. */
export function paceFinding(
  groups: readonly PaceGroup[],
  all: { readonly rate: number | null },
): PaceGroup | undefined {
  const best = top(
    groups.filter(({ key, rate }) => key !== 'none' && rate !== null),
    ({ rate }) => rate ?? 0,
  );
  if (!best || best.rate === null || all.rate === null) return undefined;
  return standsOut(best.rate, best.leads, all.rate) ? best : undefined;
}

/** The steps of a funnel that lose most of what reached them; undefined below ten leads or where nothing is lost. */
export function widestLoss<Step extends { readonly key: string; readonly count: number }>(
  steps: readonly Step[],
): { readonly from: Step; readonly to: Step; readonly lost: number } | undefined {
  if ((steps[0]?.count ?? 0) < 10) return undefined;
  const losses = steps.slice(1).flatMap((to, i) => {
    const from = steps[i];
    return from && from.count > 0 ? [{ from, to, lost: from.count - to.count }] : [];
  });
  const widest = top(losses, ({ lost, from }) => lost / from.count);
  return widest && widest.lost > 0 ? widest : undefined;
}

/** The month that stands out among those old enough to be compared, and how many are not. */
export function cohortFinding(cohorts: readonly ConversionCohort[]): {
  readonly best: ConversionCohort | undefined;
  readonly young: number;
} {
  const ripe = cohorts.filter((cohort) => !cohort.young && cohort.leads > 0);
  const sum = (count: (cohort: ConversionCohort) => number) => ripe.reduce((total, one) => total + count(one), 0);
  const average =
    (100 * sum(({ converted }) => converted)) /
    Math.max(
      1,
      sum(({ leads }) => leads),
    );
  const best = top(
    ripe.filter(({ rate }) => rate !== null),
    (cohort) => cohort.rate ?? 0,
  );
  const stands = best !== undefined && best.rate !== null && standsOut(best.rate, best.leads, average);
  return {
    best: stands ? best : undefined,
    young: cohorts.filter(({ young, leads }) => young && leads > 0).length,
  };
}
