import type { Unmet } from '@dealtrail/protocol/kernel';
import type { LateRecord, ReviewAction } from '@dealtrail/protocol/reviews';

/** R30: each overdue record of a check needs a cause, and an action with owner and day; what of it is missing. */
export function unmetOf(
  late: readonly Pick<LateRecord, 'recordId' | 'title' | 'number' | 'ownerName' | 'explained'>[],
  actions: readonly Pick<ReviewAction, 'recordId'>[],
): Unmet[] {
  const acted = new Set(actions.map(({ recordId }) => recordId));
  return late.flatMap(({ recordId, title, number, ownerName, explained }) => {
    const lack = (what: 'cause' | 'action'): Unmet => ({
      kind: 'field',
      key: `${recordId}:${what}`,
      label: { key: `reviews.unmet.${what}`, params: { title, number } },
      ...(ownerName === null ? {} : { who: ownerName }),
      act: what,
    });
    return [...(explained ? [] : [lack('cause')]), ...(acted.has(recordId) ? [] : [lack('action')])];
  });
}

/** How many of these records lack something. */
export function missingIn(unmet: readonly Unmet[]): number {
  return new Set(unmet.map(({ key }) => key.split(':')[0])).size;
}
