import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test.each([
  [0, '0 B'],
  [820, '820 B'],
  [1024, '1 kB'],
  [34_900, '34 kB'],
  [1_258_291, '1.2 MB'],
  [20 * 1024 * 1024, '20.0 MB'],
])('a file of %i bytes is said as %s', (bytes, said) => {
  expect(fileSize(bytes)).toBe(said);
});
