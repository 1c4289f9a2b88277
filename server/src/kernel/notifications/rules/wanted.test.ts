import { expect, test } from 'vitest';
import { type Switches, switched, wanted } from './wanted.ts';

const assigned = { kind: 'leads.assigned', app: true, mail: true };
const silent = { kind: 'clocks.overdue', app: true, mail: null };

test.each<[string, Switches, boolean]>([
  ['what ships', {}, true],
  ['their own switch before what ships', { 'leads.assigned': { mail: false } }, false],
  ['the switch of another channel is no switch of this one', { 'leads.assigned': { app: false } }, true],
])('a member gets mail by %s', (_, switches, is) => {
  expect(wanted(assigned, 'leads.assigned', 'mail', switches)).toBe(is);
});

test('a kind nobody describes reaches its member', () => {
  expect(wanted(undefined, 'later.chapter', 'mail', {})).toBe(true);
});

test('only what differs from what ships is kept', () => {
  const chosen = new Map([
    ['leads.assigned', { app: true, mail: false }],
    ['clocks.overdue', { app: true, mail: true }],
  ]);
  expect(switched([assigned, silent], chosen, { 'clocks.overdue': { app: false } })).toEqual({
    'leads.assigned': { mail: false },
  });
  expect(switched([assigned], new Map(), { 'other.kind': { app: false } })).toEqual({ 'other.kind': { app: false } });
});
