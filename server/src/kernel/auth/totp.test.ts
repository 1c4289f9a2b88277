import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authenticatorAddress, base32, codeAt, stepAt, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

// RFC 6238, appendix B (SHA-1); its codes have 8 digits, ours are their last 6.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %i the code ends as RFC 6238 says', (seconds, code) => {
  expect(codeAt(secret, stepAt(at(seconds)))).toBe(code.slice(-6));
});

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

test('a code fits one step early or late, and not two', () => {
  const now = at(1_800_000_000);
  const step = stepAt(now);
  const fits = [-2, -1, 0, 1, 2].map((off) => stepOfCode(codeAt(secret, step + off), secret, now, 0) === step + off);
  expect(fits).toEqual([false, true, true, true, false]);
});

test('a code works once, and none before it afterwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 2_000_000_000 }), fc.integer({ min: -1, max: 1 }), (seconds, off) => {
      const now = at(seconds);
      const step = stepAt(now) + off;
      const code = codeAt(secret, step);
      expect(stepOfCode(code, secret, now, step)).toBeUndefined();
      expect(stepOfCode(codeAt(secret, step - 1), secret, now, step)).toBeUndefined();
    }),
  );
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is no code', (typed) => {
  expect(stepOfCode(typed, secret, at(1_800_000_000), 0)).toBeUndefined();
});

test('the address names company and account, whatever characters they have', () => {
  expect(authenticatorAddress(secret, '商迹 海川', 'lin@a.cn')).toBe(
    'otpauth://totp/%E5%95%86%E8%BF%B9%20%E6%B5%B7%E5%B7%9D:lin%40a.cn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%95%86%E8%BF%B9%20%E6%B5%B7%E5%B7%9D',
  );
});
