import { expect, test } from 'vitest';
import { joinedNames, separatedNames, toldFacts } from './customer-changes.ts';

test('former names are one line in the form and single names on the way', () => {
  expect(separatedNames('苏州澄湖机械厂、 澄湖机械有限公司；')).toEqual(['苏州澄湖机械厂', '澄湖机械有限公司']);
  expect(joinedNames(['苏州澄湖机械厂', '澄湖机械有限公司'])).toBe('苏州澄湖机械厂、澄湖机械有限公司');
  expect([joinedNames([]), separatedNames(null)]).toEqual([null, []]);
});

test('a form that does not tell of former names leaves them as they are', () => {
  expect(toldFacts({ city: '淮安' })).toEqual({ city: '淮安' });
  expect(toldFacts({ formerNames: null })).toEqual({ formerNames: [] });
});
