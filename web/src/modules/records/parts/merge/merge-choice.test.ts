import type { MergeSide } from '@dealtrail/protocol/records';
import { expect, test } from 'vitest';
import { differs, giverOf, proposed, takenFrom } from './merge-choice.ts';

const side = (id: string, values: MergeSide['values'], more: Partial<MergeSide> = {}): MergeSide => ({
  id,
  number: id,
  title: id,
  ownerName: null,
  createdAt: '2026-03-01T00:00:00.000Z',
  values,
  along: [],
  abilities: { keep: true, giveUp: true },
  ...more,
});

const older = side(
  'a',
  { city: '苏州', phone: null, need: '检测', names: ['甲'] },
  { createdAt: '2026-01-01T00:00:00.000Z' },
);
const busier = side(
  'b',
  { city: '无锡', phone: '138****2046', need: '检测', names: ['甲'] },
  { along: [{ key: 'x', count: 3 }] },
);
const records = [older, busier];

test('the record with most hanging on it stays, else the older, and only one that may', () => {
  expect(proposed(records)?.into).toBe('b');
  expect(proposed([{ ...busier, along: [] }, older])?.into).toBe('a');
  expect(proposed([{ ...older, abilities: { keep: true, giveUp: false } }, busier])?.into).toBe('a');
  const nobodys = { keep: false, giveUp: false };
  expect(proposed(records.map((record) => ({ ...record, abilities: nobodys })))).toBeUndefined();
});

test('a field keeps the value of the record that stays, a blank is filled, a choice holds', () => {
  expect(differs(records, 'names')).toBe(false);
  expect(giverOf(records, { into: 'a', take: {} }, 'city')).toBe('a');
  expect(giverOf(records, { into: 'a', take: {} }, 'phone')).toBe('b');
  expect(giverOf(records, { into: 'a', take: { city: 'b' } }, 'city')).toBe('b');
  expect(takenFrom(records, ['city', 'phone', 'need', 'names'], { into: 'a', take: { city: 'b' } })).toEqual([
    { field: 'city', from: 'b' },
    { field: 'phone', from: 'b' },
  ]);
  expect(takenFrom(records, ['city', 'phone', 'need'], { into: 'b', take: {} })).toEqual([]);
});
