import { expect, test } from 'vitest';
import { isNarrowedTo, triggerEvents, triggersOf } from './triggers.ts';

const all = triggersOf(new Map());
const triggerOf = (event: string) => all.find((one) => one.event === event);

test('every event may set automations going once, and is offered to some kind of record', () => {
  expect(all.map(({ event }) => event)).toEqual(triggerEvents);
  expect(new Set(triggerEvents).size).toBe(triggerEvents.length);
  for (const { event, kinds } of all) expect(kinds.length, event).toBeGreaterThan(0);
});

test.each([
  ['leads.assigned', undefined, { how: 'hand' }, true],
  ['leads.assigned', ['claim'], { how: 'claim' }, true],
  ['leads.assigned', ['claim', 'rule'], { how: 'hand' }, false],
  ['leads.assigned', ['claim'], {}, false],
  ['leads.assigned', ['claim'], { how: 7 }, false],
  ['opportunities.closed', ['won'], { state: 'won' }, true],
  ['opportunities.closed', ['won'], { state: 'lost' }, false],
  ['clocks.overdue', ['first_touch'], { policyKey: 'first_touch' }, true],
  ['clocks.overdue', ['first_touch'], { policyKey: 'next_step' }, false],
  ['leads.created', ['anything'], {}, true],
])('%s narrowed to %j, with %j: %s', (event, of, facts, fits) => {
  expect(isNarrowedTo(triggerOf(event), of, facts)).toBe(fits);
});
