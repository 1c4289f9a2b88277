import { creditCodeCheck, normalizeCreditCode } from '@dealtrail/protocol/quality';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companiesConflict } from './companies-conflict.ts';
import { judgePair } from './judge-pair.ts';
import { nearKeys, nearness, nearProbes, shorterOrSwapped } from './likeness.ts';
import { keysOf, matchKeysOf, probesOf } from './party.ts';
import { isMobile, localNumber } from './phone-lines.ts';
import { brandOf } from './trade-words.ts';
import { mailDomain, webDomain } from './web-domain.ts';

const words = fc
  .array(
    fc.constantFrom(
      '安禾',
      '澜石',
      '深圳市',
      '（',
      '）',
      '有限公司',
      '股份',
      '集团',
      '科技',
      '第二',
      '分公司',
      'Co., Ltd.',
      '7',
      ' ',
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));
const name = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 }));
const party = fc.record(
  {
    companyName: name,
    formerNames: fc.array(name, { maxLength: 2 }),
    shortName: name,
    creditCode: fc.constantFrom('91110108MA01ABCD1E', '91310115MA1K4XYY0W', 'x', ''),
    website: fc.oneof(fc.webUrl(), fc.string({ unit: 'binary', maxLength: 40 })),
    wechat: fc.string({ maxLength: 8 }),
    phones: fc.array(fc.constantFrom('+8613812345678', '+861062345678', '+862162345678', '+442079460018'), {
      maxLength: 2,
    }),
    typedLandlines: fc.array(fc.constantFrom('62345678', '7654321', 'abc'), { maxLength: 1 }),
    emails: fc.array(fc.constantFrom('a@qq.com', 'a@anhe.cn', 'b@mail.anhe.cn'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const turned: Readonly<Record<string, string>> = {
  'match.branch_of': 'match.head_office_of',
  'match.head_office_of': 'match.branch_of',
};

test('a comparison says the same both ways round, whatever the texts are', () => {
  fc.assert(
    fc.property(party, party, (one, other) => {
      const there = judgePair(keysOf(one), keysOf(other));
      const back = judgePair(keysOf(other), keysOf(one));
      expect(back.grade).toBe(there.grade);
      const kinds = (said: typeof there) => said.reasons.map(({ key }) => key).sort();
      expect(kinds(back)).toEqual(
        kinds(there)
          .map((key) => turned[key] ?? key)
          .sort(),
      );
    }),
    { numRuns: 500 },
  );
});

test('whoever has a name of a company is the same as themselves', () => {
  fc.assert(
    fc.property(name, (companyName) => {
      const keys = keysOf({ companyName });
      expect(judgePair(keys, keys).grade).toBe(keys.length > 0 ? 'same' : 'none');
    }),
  );
});

/** Names as companies have them, each with one letter exchanged, left out, put in or swapped. */
const letters = fc.constantFrom(...'禾澜石澄湖致用忆亿精模装备缆阀泵岚椒樱'.split(''));
const core = fc.array(letters, { minLength: 4, maxLength: 12 }).map((chars) => chars.join(''));

test('two that are paired are found by the keys one of them looks for', () => {
  const slip = fc.tuple(
    core,
    fc.nat(11),
    letters,
    fc.constantFrom('exchange', 'leave out', 'put in', 'swap', 'suffix'),
  );
  fc.assert(
    fc.property(slip, ([text, at, letter, how]) => {
      const i = at % text.length;
      const other = {
        exchange: text.slice(0, i) + letter + text.slice(i + 1),
        'leave out': text.slice(0, i) + text.slice(i + 1),
        'put in': text.slice(0, i) + letter + text.slice(i),
        swap: text.slice(0, i) + (text[i + 1] ?? '') + (text[i] ?? '') + text.slice(i + 2),
        suffix: `${text}科技`,
      }[how];
      const mine = keysOf({ companyName: text });
      const theirs = keysOf({ companyName: `${other}有限公司` });
      if (judgePair(mine, theirs).grade === 'none') return;
      const kept = new Set(matchKeysOf(theirs).map(({ kind, key }) => `${kind} ${key}`));
      expect(probesOf(mine).some(({ kind, key }) => kept.has(`${kind} ${key}`))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a check looks for few keys and a company is kept under few', () => {
  fc.assert(
    fc.property(party, (one) => {
      expect(probesOf(keysOf(one)).length).toBeLessThanOrEqual(220);
      expect(matchKeysOf(keysOf(one)).length).toBeLessThanOrEqual(16);
    }),
  );
  expect(matchKeysOf(keysOf({ companyName: '深圳市澜石精密模具有限公司' }))).toHaveLength(5);
});

describe('likeness', () => {
  test.each([
    ['安亿致用科技', '安忆致用科技', 0.83],
    ['安亿致用科技', '安亿致科技', 0.83],
    ['安亿致用科技', '安致亿用科技', 0.83],
    ['安亿致用科技', '安亿致用科技', undefined],
    ['安亿致用科技', '安忆智用科技', undefined],
    ['安一致用科技', '安二致用科技', undefined],
    ['华信', '华欣', undefined],
  ])('%s and %s: %s', (one, other, expected) => {
    const found = nearness(one, other, brandOf(one), brandOf(other));
    expect(found === undefined ? undefined : Number(found.toFixed(2))).toBe(expected);
  });

  test('long and short cores have no near keys', () => {
    expect([nearKeys('安禾科技'), nearKeys('禾'.repeat(40)), nearProbes('禾'), shorterOrSwapped('安禾')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

test.each([
  ['安禾技术', '安禾'],
  ['安禾信息科技', '安禾'],
  ['澜石精密模具', '澜石'],
  ['澜石集团电器', '澜石'],
  ['科技', '科技'],
  ['信息科技', '信息'],
  ['lanshi technologies', 'lanshi'],
])('the 字号 of %s is %s', (full, brand) => {
  expect(brandOf(full)).toBe(brand);
});

test.each([
  ['+8613812345678', true, undefined],
  ['+861062345678', false, '62345678'],
  ['+867551234567', false, '1234567'],
  ['+8675512345678', false, '12345678'],
  ['+864008001234', false, undefined],
  ['+442079460018', true, undefined],
])('%s: mobile %s, local %s', (phone, mobile, local) => {
  expect([isMobile(phone), localNumber(phone)]).toEqual([mobile, local]);
});

test.each([
  ['li@anhe.com.cn', 'anhe.com.cn'],
  ['li@mail.sh.anhe.cn', 'anhe.cn'],
  ['li@qq.com', undefined],
  ['li@vip.163.com', undefined],
])('the mailbox %s belongs to %s', (email, domain) => {
  expect(mailDomain(email)).toBe(domain);
});

test.each([
  ['https://www.anhe.com.cn/about?x=1', 'anhe.com.cn'],
  ['anhe.cn', 'anhe.cn'],
  ['http://shop123.taobao.com', undefined],
  ['192.168.1.1', undefined],
  ['没有', undefined],
])('the page %s belongs to %s', (address, domain) => {
  expect(webDomain(address)).toBe(domain);
});

test.each([
  ['安禾科技有限公司', '安禾科技', false],
  ['安禾', '安禾科技有限公司', false],
  ['安禾科技有限公司', '安禾科技有限公司上海分公司', true],
  ['安禾集团', '安禾电器有限公司', true],
  ['安亿致用科技有限公司', '安忆致用科技有限公司', true],
  ['第一机床厂', '第二机床厂', true],
  ['安禾科技有限公司', null, false],
  ['安禾科技有限公司', '暂无', false],
])('a file that tells %s of %s: another company? %s', (one, other, conflict) => {
  expect(companiesConflict(one, other)).toBe(conflict);
});

test('a credit code with one sign exchanged is found out', () => {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
  const seventeen = fc.array(fc.constantFrom(...signs), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
  fc.assert(
    fc.property(seventeen, fc.nat(16), fc.constantFrom(...signs), (start, at, sign) => {
      const code = start + creditCodeCheck(start);
      expect(normalizeCreditCode(` ${code.toLowerCase()} `)).toBe(code);
      const slip = code.slice(0, at) + sign + code.slice(at + 1);
      expect(normalizeCreditCode(slip)).toBe(slip === code ? code : undefined);
    }),
  );
});
