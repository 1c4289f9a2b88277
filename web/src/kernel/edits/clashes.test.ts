import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, clashesOf } from './clashes.ts';

const names = ['name', 'amountMinor', 'needSummary'] as const;
const began = { name: '检测线', amountMinor: 100, needSummary: null };

test('only what differs from the beginning is a change, and an emptied field is one', () => {
  expect(changesOf(names, began, { ...began, amountMinor: 200 })).toEqual({ amountMinor: 200 });
  expect(changesOf(names, began, { ...began, amountMinor: undefined })).toEqual({ amountMinor: null });
  expect(changesOf(names, began, { ...began, needSummary: '' })).toEqual({});
  expect(changesOf(names, began, began)).toEqual({});
});

test('two people who changed different fields do not clash', () => {
  expect(clashesOf(names, { began, mine: { amountMinor: 200 }, theirs: { ...began, name: '复检线' } })).toEqual([]);
});

test('two people who changed one field differently clash in it', () => {
  const theirs = { ...began, amountMinor: 300, name: '复检线' };
  expect(clashesOf(names, { began, mine: { amountMinor: 200 }, theirs })).toEqual([
    { name: 'amountMinor', mine: 200, theirs: 300 },
  ]);
  expect(clashesOf(names, { began, mine: { amountMinor: 300 }, theirs })).toEqual([]);
});

test('a clash is always over a field this person changed', () => {
  const values = fc.record({ name: fc.constantFrom('a', 'b', null), amountMinor: fc.constantFrom(1, 2, null) });
  fc.assert(
    fc.property(values, values, values, (start, typed, theirs) => {
      const mine = changesOf(names, start, typed);
      for (const { name } of clashesOf(names, { began: start, mine, theirs })) expect(mine).toHaveProperty(name);
    }),
  );
});
