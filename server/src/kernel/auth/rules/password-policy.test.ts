import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePassword } from './password-policy.ts';

const owner = { name: '林向晚', email: 'lin.xiangwan@haichuan.cn' };

test.each([
  ['short', 'password_short'],
  ['123456789', 'password_short'],
  ['password123', 'password_frequent'],
  ['P@ssw0rd2026', 'password_frequent'],
  ['qwerty123456', 'password_frequent'],
  ['woaini1314520', 'password_frequent'],
  ['Admin888888', 'password_frequent'],
  ['aa123456789', 'password_frequent'],
  ['1234567890', 'password_pattern'],
  ['0123456789abc', 'password_pattern'],
  ['aaaaaaaaaaaa', 'password_pattern'],
  ['abababababab', 'password_pattern'],
  ['8888666688', 'password_pattern'],
  ['lin.xiangwan1', 'password_personal'],
  ['Lin.Xiangwan@haichuan.cn', 'password_personal'],
  ['林向晚林向晚林向晚2026', 'password_personal'],
])('%s is refused: %s', (password, fault) => {
  expect(judgePassword(password, owner)).toBe(fault);
});

test.each([
  '一个足够长的密码 2026',
  'correct horse battery',
  'Tr1cky-Kiwi-42',
  '晚风吹过江面的桥灯亮了',
  'lin.xiangwan und sieben Katzen',
  'test drive am Dienstag',
])('%s is taken', (password) => {
  expect(judgePassword(password, owner)).toBeUndefined();
});

test('no text makes the judge stumble, and a random one of twenty characters is taken', () => {
  fc.assert(fc.property(fc.string({ maxLength: 128 }), (text) => void judgePassword(text, owner)));
  const random = fc.array(fc.constantFrom(...Array.from('bcdfghjkmnprstvwxz24579!?#')), {
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(
    fc.property(random, (letters) => {
      fc.pre(new Set(letters).size > 8);
      expect(judgePassword(letters.join(''), owner)).toBeUndefined();
    }),
  );
});
