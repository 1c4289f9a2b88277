import { expect, test } from 'vitest';
import { standsUnder } from './navigation.ts';

test.each([
  ['/leads', '/leads', true],
  ['/leads/42', '/leads', true],
  ['/leads-archive', '/leads', false],
  ['/', '/', true],
  ['/leads', '/', false],
])('the page %s stands under the entry %s: %s', (pathname, path, stands) => {
  expect(standsUnder(pathname, path)).toBe(stands);
});
