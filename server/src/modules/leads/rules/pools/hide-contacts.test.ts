import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideContacts } from './hide-contacts.ts';

test.each([
  ['请联系 13870412046 谈采购', '请联系 **** 谈采购'],
  ['电话 138-7041-2046，要 3 台', '电话 ****，要 3 台'],
  ['１３８７０４１２０４６', '****'],
  ['座机 (0512) 6789 1234', '座机 ****'],
  ['发到 zhang.wei@example.com 即可', '发到 **** 即可'],
  ['加微信 wx_xylophone9 详谈', '加微信 **** 详谈'],
  ['一三八七零四一二零四六', '****'],
  ['采购 50 台检测设备，预算 20 万，2026 年 5 月到货', '采购 50 台检测设备，预算 20 万，2026 年 5 月到货'],
  ['计划 2026-05-01 前交付', '计划 2026-05-01 前交付'],
])('“%s” is read as “%s”', (text, shown) => {
  expect(hideContacts(text)).toBe(shown);
});

test('no mobile number comes through, whatever stands around it and however it is spaced', () => {
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    .map((list) => `13${list.join('')}`);
  const gap = fc.constantFrom('', ' ', '-', '.', '  ');
  fc.assert(
    fc.property(digits, gap, fc.string({ maxLength: 12 }), (number, between, around) => {
      const spaced = `${number.slice(0, 3)}${between}${number.slice(3, 7)}${between}${number.slice(7)}`;
      const shown = hideContacts(`${around}，${spaced}，${around}`);
      expect(shown).not.toContain(spaced);
      expect(shown.replaceAll(/\D/g, '')).not.toContain(number);
    }),
  );
});
