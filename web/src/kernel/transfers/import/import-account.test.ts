import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountCloses, isOver, settledRows, underWay, usableMapping } from './import-account.ts';

test('an account closes when every row is created, merged, a duplicate or rejected', () => {
  expect(accountCloses({ rows: 10, created: 6, merged: 1, duplicates: 2, rejected: 1 })).toBe(true);
  expect(accountCloses({ rows: 10, created: 6, merged: 1, duplicates: 2, rejected: 0 })).toBe(false);
  expect(settledRows({ rows: 10, created: 6, merged: 1, duplicates: 2, rejected: 0 })).toBe(9);
});

test.each([
  ['queued', true, false],
  ['running', true, false],
  ['paused', false, false],
  ['done', false, true],
  ['failed', false, true],
  ['cancelled', false, true],
] as const)('an import that is %s moves on by itself: %s; is over: %s', (state, moves, over) => {
  expect([underWay({ state }), isOver({ state })]).toEqual([moves, over]);
});

describe('the suggested mapping', () => {
  test('loses columns the file does not have and fields given twice', () => {
    const suggested = { 公司: 'companyName', 单位: 'companyName', 电话: 'phone', 别的: 'email' };
    expect(usableMapping(suggested, ['公司', '单位', '电话'])).toEqual({ 公司: 'companyName', 电话: 'phone' });
  });

  test('gives no field twice, whatever was suggested', () => {
    const field = fc.constantFrom('companyName', 'phone', 'email');
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), field), (suggested) => {
        const fields = Object.values(usableMapping(suggested, Object.keys(suggested)));
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });
});
