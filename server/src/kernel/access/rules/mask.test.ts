import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { isMasked, maskEmail, maskPhone } from './mask.ts';

test.each([
  ['a mobile', '13895672046', '138****2046'],
  ['a mobile with dashes', '138-9567-2046', '138-****-2046'],
  ['a mobile with spaces', '138 9567 2046', '138 **** 2046'],
  ['a mobile with +86', '+8613895672046', '138****2046'],
  ['a mobile with +86 and spaces', '+86 138 9567 2046', '138 **** 2046'],
  ['a mobile with (+86)', '(+86)13895672046', '138****2046'],
  ['a mobile with 0086', '008613895672046', '138****2046'],
  ['a mobile with 86', '8613895672046', '138****2046'],
  ['full-width digits', '１３８９５６７２０４６', '138****2046'],
  ['a landline of Beijing', '010-12345678', '010-****5678'],
  ['a landline of Suzhou', '0512-66668888', '051*-****8888'],
  ['a landline with brackets', '(0512) 66668888', '(051*) ****8888'],
  ['a landline with a space', '0512 66668888', '051* ****8888'],
  ['a landline with +86', '+86 512 6666 8888', '512 **** 8888'],
  ['a landline without its area code', '66668888', '66****88'],
  ['seven digits', '6668888', '6****88'],
  ['a hotline', '400-810-1234', '400-***-*234'],
  ['five digits', '10086', '****6'],
  ['four digits', '2046', '****'],
  ['one digit', '7', '*'],
  ['an extension', '0512-66668888 转 801', '051*-****8888 转 ***'],
  ['a number of the United States', '+1 415-555-2671', '+1 41*-***-2671'],
  ['a number of Hong Kong', '+852 9123 4567', '+852 **** 4567'],
  ['a number of London', '+44 20 7946 0958', '+44 2* **** 0958'],
  ['two numbers with a slash', '13895672046/13912345678', '138****2046/139****5678'],
  ['two numbers with a space', '13895672046 13912345678', '138****2046 139****5678'],
  ['two numbers with a Chinese comma', '13895672046、0512-66668888', '138****2046、051*-****8888'],
  ['a name beside it', '张经理 13895672046', '张经理 138****2046'],
  ['a WeChat id', 'zhangwei_2020', 'zh*********20'],
  ['a short account name', 'abcdef', 'a****f'],
  ['a WeChat id that holds the number', 'wx13895672046', 'wx*********46'],
  ['a label', 'Tel: 13895672046', 'Tel: 138****2046'],
  ['Chinese numerals', '一三八九五六七二零四六', '***********'],
  ['Arabic digits', '١٣٨٩٥٦٧٢٠٤٦', '***********'],
  ['hidden spaces between the digits', '138\u200b9567\u200b2046', '***\u200b****\u200b****'],
  ['what was masked before', '138****2046', '1********46'],
  ['stars typed by hand', '138*9567*2046', '138******2046'],
  ['nothing', '', ''],
  ['a novel', '1'.repeat(201), '****'],
])('of %s, %s is shown as %s', (_, phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['zhangwei@example.com', 'zh***@example.com'],
  ['abc@qq.com', 'a***@qq.com'],
  ['ab@qq.com', '***@qq.com'],
  ['13895672046@139.com', '13***@139.com'],
  ['zhangwei＠example.com', 'zh***@example.com'],
  ['"a@b"@example.com', '"***@b"***@example.com'],
  ['zhangwei@a.cn; liwei88@b.cn', 'zh***@a.cn; li***@b.cn'],
  ['张伟 <zhangwei@a.cn>', '*** <zh***@a.cn>'],
  ['zhangwei at example.com', '*** *** ***'],
  ['@', '***@'],
  ['', ''],
])('the e-mail %s is shown as %s', (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test('a masked value is recognised, a real one is not', () => {
  expect(isMasked(maskPhone('13895672046'))).toBe(true);
  expect(isMasked(maskEmail('zhangwei@example.com'))).toBe(true);
  expect(isMasked('13895672046')).toBe(false);
});

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(...Array.from('0123456789')), { minLength: min, maxLength: max }).map((all) => all.join(''));
const separators = fc.constantFrom('', '', '', ' ', '-', '/', '转', 'x', '\u200b', '.', '  ', '·', '*');
const phones = fc.array(fc.tuple(digits(1, 6), separators), { maxLength: 6 }).map((parts) => parts.flat().join(''));

test('of one number at most seven digits are shown and at least four hidden', () => {
  fc.assert(
    fc.property(digits(1, 20), fc.constantFrom('', '+', '+86', '00'), (number, prefix) => {
      const shown = maskPhone(prefix + number).match(/\d/g)?.length ?? 0;
      expect(shown).toBeLessThanOrEqual(Math.max(0, Math.min(7, number.length + 2 - 4)));
    }),
  );
});

test('no masked phone contains the middle of the number', () => {
  fc.assert(
    fc.property(digits(8, 15), (number) => {
      const from = Math.floor(number.length / 2) - 2;
      const middle = number.slice(from, from + 4);
      fc.pre(!number.slice(0, from + 3).includes(middle) && !number.slice(from + 1).includes(middle));
      expect(maskPhone(number)).not.toContain(middle);
    }),
  );
});

test('however a number is cut by separators, no more than seven of eleven digits come through', () => {
  fc.assert(
    fc.property(phones, (text) => {
      const longest = Math.max(0, ...(maskPhone(text).match(/\d+/g) ?? []).map((run) => run.length));
      expect(longest).toBeLessThanOrEqual(4);
    }),
  );
});

test('no masked e-mail contains the middle of the name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{4,30}$/), (name) => {
      const middle = name.slice(Math.floor(name.length / 3), -1);
      fc.pre(!'example.com'.includes(middle));
      expect(maskEmail(`${name}@example.com`)).not.toContain(middle);
    }),
  );
});

test('any text is masked without fail and in time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => typeof maskPhone(text) === 'string'),
  );
  const started = performance.now();
  for (const worst of ['1'.repeat(100_000), 'a1'.repeat(99), '1 '.repeat(100), '@'.repeat(100_000), '('.repeat(200)]) {
    maskPhone(worst);
    maskEmail(worst);
  }
  expect(performance.now() - started).toBeLessThan(50);
});
