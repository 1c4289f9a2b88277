import type { Scope } from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { secondStepOf } from './second-step.ts';

const administrator = new Map<string, Scope>([['organization.manage', 'all']]);
const auditor = new Map<string, Scope>([['audit.read', 'all']]);
const supervisor = new Map<string, Scope>([
  ['audit.read', 'tree'],
  ['leads.read', 'tree'],
]);

test.each([
  ['nobody', 'an administrator', administrator, false, 'free'],
  ['administrators', 'an administrator', administrator, false, 'due'],
  ['administrators', 'an administrator who has one', administrator, true, 'required'],
  ['administrators', 'who reads the whole audit', auditor, false, 'due'],
  ['administrators', 'a supervisor', supervisor, false, 'free'],
  ['everybody', 'a supervisor', supervisor, false, 'due'],
  ['everybody', 'a supervisor who has one', supervisor, true, 'required'],
] as const)('asked of %s: %s', (asked, _, permissions, hasOne, state) => {
  expect(secondStepOf(asked, { permissions, hasOne, via: 'session' })).toBe(state);
});

test('a key is never asked', () => {
  expect(secondStepOf('everybody', { permissions: administrator, hasOne: false, via: 'key' })).toBe('required');
});
