import type { MatchGrade } from '@dealtrail/protocol/customers';
import { expect, test } from 'vitest';
import { applyDuplicateRules, duplicateRulesOf, linesOf, placesFor, shippedDuplicateRules } from './duplicate-rules.ts';

const hit = (recordKind: 'lead' | 'customer', grade: MatchGrade) => ({ recordKind, grade });

test('as shipped a lead is never refused, a second customer of the same name is', () => {
  const hits = [hit('lead', 'same'), hit('customer', 'same'), hit('customer', 'likely')];
  expect(applyDuplicateRules(shippedDuplicateRules, 'lead', hits)).toEqual({ told: hits, blocking: [] });
  expect(applyDuplicateRules(shippedDuplicateRules, 'customer', hits).blocking).toEqual([hits[1]]);
});

test('what the organisation changed holds, the rest stays as shipped', () => {
  const rules = duplicateRulesOf([
    { recordKind: 'lead', grade: 'likely', action: 'block' },
    { recordKind: 'lead', grade: 'possible', action: 'off' },
  ]);
  const hits = [hit('lead', 'likely'), hit('customer', 'likely'), hit('lead', 'possible')];
  expect(applyDuplicateRules(rules, 'lead', hits)).toEqual({ told: hits.slice(0, 2), blocking: [hits[0]] });
  expect(duplicateRulesOf(linesOf(rules))).toEqual(rules);
});

test('a lead may join the other or go to its owner; a customer may not', () => {
  const rules = duplicateRulesOf([
    { recordKind: 'lead', grade: 'same', action: 'attach' },
    { recordKind: 'lead', grade: 'likely', action: 'send' },
    { recordKind: 'customer', grade: 'same', action: 'send' },
  ]);
  const [mine, theirs, nobodys] = [
    { grade: 'same', ownerId: 'a' },
    { grade: 'likely', ownerId: 'b' },
    { grade: 'likely', ownerId: null },
  ] as const;
  expect(placesFor(rules, [mine, theirs, nobodys])).toEqual({ toJoin: [mine], toFollow: [mine, theirs] });
  expect(placesFor(shippedDuplicateRules, [mine, theirs])).toEqual({ toJoin: [], toFollow: [] });
  expect(rules.customer.same).toBe('block');
});
