import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mobileOf, readIdentifier, staffNumberOf } from './identifier.ts';

test.each([
  ['Lin@HaiChuan.cn', 'email', 'lin@haichuan.cn'],
  ['　lin＠haichuan.cn ', 'email', 'lin@haichuan.cn'],
  ['13895672046', 'mobile', '+8613895672046'],
  ['+86 138 9567 2046', 'mobile', '+8613895672046'],
  ['0086-138-9567-2046', 'mobile', '+8613895672046'],
  ['１３８９５６７２０４６', 'mobile', '+8613895672046'],
  ['+852 9123 4567', 'mobile', '+85291234567'],
  ['1001', 'staff_number', '1001'],
  ['hc-0042', 'staff_number', 'HC-0042'],
  ['ＨＣ００４２', 'staff_number', 'HC0042'],
  ['工A17', 'staff_number', '工A17'],
  ['07556789123', 'staff_number', '07556789123'],
] as const)('%s at the door is the %s %s', (typed, way, name) => {
  expect(readIdentifier(typed)).toEqual({ way, name });
});

test.each(['', '  ', 'lin@', '@', 'a b', '<script>', '9'.repeat(41), '-1', "1' or '1'='1"])(
  '%j names nobody',
  (typed) => {
    expect(readIdentifier(typed)).toBeUndefined();
  },
);

test('no staff number can be taken for a mobile number', () => {
  expect(staffNumberOf('138 9567 2046')).toBeUndefined();
  expect(staffNumberOf('13895672046')).toBeUndefined();
  expect(mobileOf('10013')).toBeUndefined();
});

test('what was normalised once stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 45 }), (typed) => {
      const read = readIdentifier(typed);
      expect(read && readIdentifier(read.name)).toEqual(read);
    }),
  );
});
