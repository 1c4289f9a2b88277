import { expect, test } from 'vitest';
import { dialled, readable } from './phone-number.ts';

test.each([
  ['+8613800002046', '13800002046', '138 0000 2046'],
  ['+8657188881234', '057188881234', '057188881234'],
  ['+864008001234', '4008001234', '4008001234'],
  ['+12125550123', '+12125550123', '+12125550123'],
  ['13800002046', '13800002046', '13800002046'],
  ['138****2046', '138****2046', '138****2046'],
  ['', '', ''],
])('%s is dialled as %s and read as %s', (number, dial, read) => {
  expect(dialled(number)).toBe(dial);
  expect(readable(number)).toBe(read);
});
