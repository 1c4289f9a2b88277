import type { NamedPolicy } from '../../../kernel/clocks/rules/policy-words.ts';
import type { Trigger } from '../../../kernel/events/trigger.ts';
import { activityTriggers } from '../../activities/index.ts';
import { customerTriggers } from '../../customers/index.ts';
import { leadTriggers } from '../../leads/index.ts';
import { opportunityTriggers } from '../../opportunities/index.ts';

const CLOCK_EVENTS = ['clocks.warned', 'clocks.overdue', 'clocks.escalated'];
const CLOCK_KINDS = ['lead', 'opportunity'];

const ofChapters: readonly Trigger[] = [
  ...leadTriggers,
  { event: 'forms.submitted', kinds: ['lead'] },
  ...opportunityTriggers,
  ...customerTriggers,
  ...activityTriggers,
];

/** Types of all events that may set an automation going. */
export const triggerEvents: readonly string[] = [...ofChapters.map(({ event }) => event), ...CLOCK_EVENTS];

/** All that may set an automation going; a clock's step may be narrowed to some of the time limits there are. */
export function triggersOf(policies: ReadonlyMap<string, NamedPolicy>): readonly Trigger[] {
  const values = [...policies.values()].map(({ key, name }) => ({ value: key, ...name }));
  return [
    ...ofChapters,
    ...CLOCK_EVENTS.map((event) => ({ event, kinds: CLOCK_KINDS, by: { property: 'policyKey', values } })),
  ];
}

/** Whether a fact is one of those a trigger was narrowed to; one without a narrowing takes all. */
export function isNarrowedTo(
  trigger: Trigger | undefined,
  of: readonly string[] | undefined,
  facts: Readonly<Record<string, unknown>>,
): boolean {
  if (of === undefined || !trigger?.by) return true;
  const value = facts[trigger.by.property];
  return typeof value === 'string' && of.includes(value);
}
