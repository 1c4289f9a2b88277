import type { PolicyTerms } from '@dealtrail/protocol/clocks';
import { expect, test } from 'vitest';
import { freshStepKey, limitsOf, termsFrom, typedOf } from './typed-terms.ts';

const hours = (amount: number) => ({ unit: 'natural_hours' as const, amount });
const plain = {
  active: true,
  warnAtPercent: 80,
  warnByMail: true,
  escalations: [],
  maxPauseDays: null,
  postpone: { times: 1, unit: 'working_days', amount: 2 } as const,
};
const one: PolicyTerms = { ...plain, limit: { unit: 'working_hours', amount: 2 } };
const three: PolicyTerms = { ...plain, limit: { low: hours(72), high: hours(24), medium: hours(48) } };
const promised: PolicyTerms = { ...plain, limit: { unit: 'fixed_moment', amount: 0 } };

test.each([one, three, promised])('terms go through the form unchanged', (terms) => {
  expect(termsFrom(typedOf(terms), terms)).toEqual(terms);
});

test('the most urgent limit stands first', () => {
  expect(limitsOf(three).map(([variant]) => variant)).toEqual(['high', 'medium', 'low']);
});

test('a promised date has no length to type', () => {
  expect(typedOf(promised).limits).toEqual({});
});

test('a new step never takes the key of another', () => {
  expect(freshStepKey([{ key: 'supervisor' }, { key: 'step_3' }])).toBe('step_4');
});
