import { expect, test } from 'vitest';

import { normalizeEmail, normalizePhone, phoneQuery } from './phone.ts';

test.each([
  ['13895672046', '+8613895672046'],
  [' 138-9567-2046 ', '+8613895672046'],
  ['１３８ ９５６７ ２０４６', '+8613895672046'],
  ['+86 138 9567 2046', '+8613895672046'],
  ['(+86)13895672046', '+8613895672046'],
  ['008613895672046', '+8613895672046'],
  ['8613895672046', '+8613895672046'],
  ['138—9567—2046', '+8613895672046'],
  ['14012345678', '+8614012345678'],
  ['0512-66668888', '+8651266668888'],
  ['（0512）66668888', '+8651266668888'],
  ['010 8888 7777', '+861088887777'],
  ['0512-66668888转801', '+8651266668888'],
  ['0512-66668888-801', '+8651266668888'],
  ['0512-66668888 ext. 801', '+8651266668888'],
  ['400-810-1234', '+864008101234'],
  ['+1 415-555-2671', '+14155552671'],
  ['+852 9123 4567', '+85291234567'],
  ['66668888', undefined],
  ['12345678901', undefined],
  ['1389567204', undefined],
  ['138956720460', undefined],
  ['13895672046/13912345678', undefined],
  ['13895672046 13912345678', undefined],
  ['张经理 13895672046', undefined],
  ['138****2046', undefined],
  ['zhangwei_2020', undefined],
  ['', undefined],
  ['1'.repeat(10_000), undefined],
])('the phone %s is %s', (text, phone) => {
  expect(normalizePhone(text)).toBe(phone);
});

test.each([
  ['ZhangWei@Example.COM', 'zhangwei@example.com'],
  [' zhangwei＠example．com ', 'zhangwei@example.com'],
  ['a.b+c@mail.example.com.cn', 'a.b+c@mail.example.com.cn'],
  ['张伟@例子.中国', '张伟@xn--fsqu00a.xn--fiqs8s'],
  ['zhangwei@example', undefined],
  ['zhangwei@127.0.0.1', undefined],
  ['zhang wei@example.com', undefined],
  ['a@b@example.com', undefined],
  ['.a@example.com', undefined],
  ['a..b@example.com', undefined],
  ['a@-example.com', undefined],
  ['@example.com', undefined],
  ['zh***@example.com', 'zh***@example.com'],
  ['', undefined],
  [`${'a'.repeat(65)}@example.com`, undefined],
  [`a@${'b.'.repeat(50_000)}com`, undefined],
])('the e-mail %s is %s', (text, email) => {
  expect(normalizeEmail(text)).toBe(email);
});

test.each([
  ['2046', { kind: 'last4', digits: '2046' }],
  ['２０４６', { kind: 'last4', digits: '2046' }],
  ['20 46', { kind: 'last4', digits: '2046' }],
  ['13895672046', { kind: 'whole', phone: '+8613895672046' }],
  ['+86 138-9567-2046', { kind: 'whole', phone: '+8613895672046' }],
  ['0512 6666 8888', { kind: 'whole', phone: '+8651266668888' }],
  ['204', undefined],
  ['72046', undefined],
  ['9567-2046', undefined],
  ['华为2046', undefined],
  ['hwjs', undefined],
  ['', undefined],
])('who types %s searches by phone as %j', (text, query) => {
  expect(phoneQuery(text)).toEqual(query);
});
