import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const module = { whyZh: { a: '甲' }, leadsZh: { b: '乙' }, whyEn: { a: 'A' }, limit: 3 };

test('all sentences of a language in a module are one list', () => {
  expect(sentencesOf(module, 'zh-CN')).toEqual({ a: '甲', b: '乙' });
  expect(sentencesOf(module, 'en')).toEqual({ a: 'A' });
  expect(sentencesOf({ zh: { c: '丙' } }, 'zh-CN')).toEqual({ c: '丙' });
});
