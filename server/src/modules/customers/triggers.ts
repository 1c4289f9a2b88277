import type { Trigger } from '../../kernel/events/trigger.ts';

/** What happens to customers that may set a rule going. */
export const customerTriggers: readonly Trigger[] = [
  { event: 'customers.created', kinds: ['customer'] },
  { event: 'customers.assigned', kinds: ['customer'] },
];
