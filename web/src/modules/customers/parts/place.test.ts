import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
  ['江苏', '苏州', '江苏 苏州'],
  ['上海', '上海', '上海'],
  ['江苏', null, '江苏'],
  [null, '苏州', '苏州'],
  [null, null, ''],
])('province %s and city %s read as "%s"', (province, city, said) => {
  expect(placeOf({ province, city })).toBe(said);
});
