import { expect, test } from 'vitest';
import { joined } from './joined.ts';

test.each([
  ['names', 'zh-CN', '华东、华南'],
  ['names', 'en', '华东, 华南'],
  ['facts', 'zh-CN', '华东，华南'],
  ['clauses', 'zh-CN', '华东；华南'],
  ['clauses', 'en', '华东; 华南'],
] as const)('%s in %s read as %s, empty ones left out', (as, language, said) => {
  expect(joined(['华东', null, '', undefined, false, '华南'], as, language)).toBe(said);
});
