import { expect, test } from 'vitest';
import { actOf } from './work-act.ts';

test.each([
  ['first_touch', true, 'lead', 'follow_up'],
  ['next_step', true, 'opportunity', 'follow_up'],
  ['stagnation', false, 'opportunity', 'follow_up'],
  ['call_back', false, 'lead', 'follow_up'],
  ['complete_lead', false, 'lead', 'complete_lead'],
  ['assign_high', false, 'lead', 'assign'],
  ['days_in_stage', true, 'opportunity', 'complete_task'],
  ['days_in_stage', false, 'opportunity', 'open'],
  [null, true, null, 'complete_task'],
  // A customer takes no follow-up yet, and a record one may not see can only be ticked off.
  ['next_step', true, 'customer', 'complete_task'],
  ['next_step', true, null, 'complete_task'],
  ['next_step', false, null, 'open'],
] as const)('%s (task %s) on a %s asks to %s', (policyKey, hasTask, recordKind, act) => {
  expect(actOf({ policyKey, hasTask, recordKind })).toBe(act);
});
