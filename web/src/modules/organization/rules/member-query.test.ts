import { expect, test } from 'vitest';
import { memberQueryOf } from './member-query.ts';

test.each([
  [{}, { state: 'active' }],
  [{ state: 'nonsense', q: '' }, { state: 'active' }],
  [
    { state: 'absent', q: '周', department: 'none', role: 'finance', id: 'x' },
    { state: 'absent', q: '周', department: 'none', role: 'finance' },
  ],
])('the address %j asks for %j', (search, query) => {
  expect(memberQueryOf(search)).toEqual(query);
});
