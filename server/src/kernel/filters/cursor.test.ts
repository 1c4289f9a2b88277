import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { CursorRefused, type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';

const secret = 'a secret of this house';
const position = { value: '2026-03-18T02:12:00.000Z', id: '018f3a5e-0000-7000-8000-000000000001' };
const scope: CursorScope = {
  orgId: 'org',
  userId: 'user',
  list: 'leads.list',
  filter: { field: 'score', op: 'gt', value: 5 },
  sort: '-createdAt',
};
const cursor = encodeCursor(position, scope, secret);

test('a cursor leads back to its place, however the filter was written', () => {
  expect(decodeCursor(cursor, { ...scope, filter: { value: 5, op: 'gt', field: 'score' } }, secret)).toEqual(position);
  const byNumber = encodeCursor({ ...position, value: 85_000 }, scope, secret);
  expect(decodeCursor(byNumber, scope, secret).value).toBe(85_000);
});

test.each<[string, Partial<CursorScope>]>([
  ['another organisation', { orgId: 'other' }],
  ['another person', { userId: 'other' }],
  ['another list', { list: 'leads.pool' }],
  ['another value in the filter', { filter: { field: 'score', op: 'gt', value: 6 } }],
  ['no filter', { filter: undefined }],
  ['another search', { q: '华为' }],
  ['another sort', { sort: 'createdAt' }],
])('a cursor is refused for %s', (_, part) => {
  expect(() => decodeCursor(cursor, { ...scope, ...part }, secret)).toThrow(CursorRefused);
});

test.each([
  ['nothing', ''],
  ['words', 'next page please'],
  ['one with something appended', `${cursor}!`],
  ['one that was cut', cursor.slice(0, -4)],
  ['one far too long', cursor.repeat(100)],
])('%s is no cursor', (_, text) => {
  expect(() => decodeCursor(text, scope, secret)).toThrow(CursorRefused);
});

test('a cursor of another secret is refused', () => {
  expect(() => decodeCursor(cursor, scope, 'another secret')).toThrow(CursorRefused);
});

test('a cursor changed in any one character is refused', () => {
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...Array.from('AQgwz09_-')), (at, letter) => {
      fc.pre(cursor[at] !== letter);
      const changed = cursor.slice(0, at) + letter + cursor.slice(at + 1);
      expect(() => decodeCursor(changed, scope, secret)).toThrow(CursorRefused);
    }),
  );
});
