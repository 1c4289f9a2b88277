import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingIn, unmetOf } from './unmet.ts';

const record = (recordId: string, explained: boolean) => ({
  recordId,
  title: `${recordId}厂`,
  number: `XLSH${recordId}`,
  ownerName: '周予安',
  explained,
});

test.each([
  ['nothing known', false, false, ['a:cause', 'a:action']],
  ['a cause alone', true, false, ['a:action']],
  ['an action alone', false, true, ['a:cause']],
  ['both', true, true, []],
])('an overdue record with %s lacks the rest', (_, explained, acted, keys) => {
  const unmet = unmetOf([record('a', explained)], acted ? [{ recordId: 'a' }] : [{ recordId: null }]);
  expect(unmet.map(({ key }) => key)).toEqual(keys);
  expect(missingIn(unmet)).toBe(keys.length > 0 ? 1 : 0);
});

test('what is missing names the record and who owns it', () => {
  expect(unmetOf([record('a', false)], [{ recordId: 'a' }])).toEqual([
    {
      kind: 'field',
      key: 'a:cause',
      label: { key: 'reviews.unmet.cause', params: { title: 'a厂', number: 'XLSHa' } },
      who: '周予安',
      act: 'cause',
    },
  ]);
});

test('a check is complete exactly when each record has both', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  fc.assert(
    fc.property(ids, ids, ids, (all, explained, acted) => {
      const late = all.map((id) => record(id, explained.includes(id)));
      const open = all.filter((id) => !explained.includes(id) || !acted.includes(id));
      const unmet = unmetOf(
        late,
        acted.map((recordId) => ({ recordId })),
      );
      expect(missingIn(unmet)).toBe(open.length);
    }),
  );
});
