import type { FilterContext } from '../../../kernel/filters/index.ts';
import { dayIn, type Time } from '../../../kernel/time/time.ts';

/** What conditions of an automation may refer to: they ask nothing that people see masked. */
export function conditionContext(automationId: string, zone: string, time: Pick<Time, 'now'>): FilterContext {
  const now = time.now();
  return {
    me: automationId,
    today: dayIn(zone, now),
    zone,
    now,
    mayUse: ({ fieldClass }) => fieldClass === undefined || fieldClass === 'public' || fieldClass === 'price',
  };
}
