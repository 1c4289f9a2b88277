import { expect, test } from 'vitest';
import { pinyinOf } from './pinyin-of.ts';

test.each([
  ['周予安', 'zhouyuan zya'],
  ['曾国藩', 'zengguofan zgf'],
  ['欧阳锋', 'ouyangfeng oyf'],
  ['Anna Li', 'annali'],
  ['林Lin', 'linlin llin'],
])('%s is found by %s', (name, found) => {
  expect(pinyinOf(name)).toBe(found);
});
