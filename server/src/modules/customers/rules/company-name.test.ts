import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeCompanyName } from './company-name.ts';

const key = (name: string): string => normalizeCompanyName(name).key;

describe('the same company written differently', () => {
  test.each([
    ['深圳市华星科技有限公司', '深圳市华星科技有限责任公司'],
    ['深圳市华星科技有限公司', '深圳华星科技有限公司'],
    ['深圳市华星科技有限公司', '华星科技（深圳）有限公司'],
    ['华星科技(深圳)有限公司', '华星科技【深圳】有限公司'],
    ['北京红光酒业发展有限公司', '红光（北京）酒业发展有限公司'],
    ['广东省深圳市华星科技有限公司', '深圳市华星科技有限公司'],
    ['深圳市华星科技有限公司', '深圳市华星科技'],
    ['深圳市华星科技有限公司', ' 深圳市 华星科技 有限公司　'],
    ['华星科技有限公司', '华星・科技有限公司'],
    ['ＡＢＣ科技有限公司', 'abc科技有限公司'],
    ['上海电气（集团）有限公司', '上海电气集团有限公司'],
    ['上海电气集团有限公司', '上海电气集团'],
    ['海尔集团公司', '海尔集团'],
    ['绿地控股集团股份有限公司', '绿地控股（集团）股份有限公司'],
    ['内蒙古自治区伊利牧业有限公司', '内蒙古伊利牧业有限公司'],
    ['广西壮族自治区华星糖业有限公司', '广西华星糖业有限公司'],
    ['中国第一汽车集团有限公司', '中国第１汽车集团有限公司'],
    ['第十二建筑工程有限公司', '第12建筑工程有限公司'],
    ['华星科技有限公司上海分公司', '华星科技有限公司（上海）分公司'],
    ['华星科技有限公司上海市分公司', '华星科技有限公司上海分公司'],
    ['华星科技有限公司上海分公司', '华星科技上海分公司'],
    ['中国工商银行股份有限公司深圳分行', '中国工商银行股份有限公司深圳市分行'],
    ['天健会计师事务所（特殊普通合伙）', '天健会计师事务所(特殊普通合伙)'],
    ['Huawei Technologies Co., Ltd.', 'HUAWEI TECHNOLOGIES CO LTD'],
    ['Huawei Technologies Co., Ltd.', 'Huawei  Technologies Company Limited'],
    ['Huaxing (Shenzhen) Co., Ltd.', 'Shenzhen Huaxing Co.,Ltd'],
    ['Siemens (China) Co., Ltd.', 'SIEMENS（CHINA）LIMITED'],
    ['Siemens Aktiengesellschaft', 'Siemens AG'],
    ['Johnson & Johnson', 'Johnson and Johnson'],
    ['Nestlé S.A.', 'NESTLE SA'],
    ["L'Oréal", 'Loreal'],
    ['The World Bank', 'World Bank'],
    ['Microsoft Corporation', 'microsoft corp.'],
    ['华星科技\u200b有限公司', '华星科技有限公司'],
  ])('%s = %s', (one, other) => {
    expect(key(one)).toBe(key(other));
    expect(key(one)).not.toBe('');
  });
});

describe('different companies that look alike', () => {
  test.each([
    ['华星科技有限公司', '深圳华星科技有限公司'],
    ['上海华星科技有限公司', '深圳华星科技有限公司'],
    ['华星科技（中国）有限公司', '华星科技有限公司'],
    ['华星科技有限公司', '华星科技有限公司上海分公司'],
    ['华星科技有限公司上海分公司', '华星科技有限公司北京分公司'],
    ['华星科技有限公司第一分公司', '华星科技有限公司第二分公司'],
    ['中国工商银行深圳分行', '中国工商银行'],
    ['华星科技有限公司', '华星科技有限公司上海办事处'],
    ['华星机械有限公司', '华星机械有限公司第二分厂'],
    ['华星集团有限公司', '华星有限公司'],
    ['华星集团', '华星集团电器有限公司'],
    ['中国中信集团有限公司', '中国中信股份有限公司'],
    ['中国中信股份有限公司', '中国中信有限公司'],
    ['中国海洋石油总公司', '中国海洋石油有限公司'],
    ['第一机床厂', '第二机床厂'],
    ['沈阳第一机床厂', '沈阳机床厂'],
    ['中建三局', '中建五局'],
    ['A1-2科技有限公司', 'A12科技有限公司'],
    ['3M中国有限公司', '中国有限公司'],
    ['华星科技有限公司', '华星信息科技有限公司'],
    ['北京红光酒业有限公司', '北京红光酒厂'],
    ['华为技术有限公司', '华为'],
    ['平安银行股份有限公司', '平安保险股份有限公司'],
    ['上海市政工程有限公司', '上海政工程有限公司'],
    ['大地合伙企业（有限合伙）', '大地合伙企业（普通合伙）'],
    ['吉林市华星有限公司', '长春市华星有限公司'],
    ['Deutsche Bank AG', 'Deutsche Bank GmbH'],
    ['Deutsche Bank (Schweiz) AG', 'Deutsche Bank AG'],
    ['Acme Inc', 'Acme LLC'],
    ['Siemens (China) Co., Ltd.', 'Siemens AG'],
    ['New York Bagel Ltd', 'New Jersey Bagel Ltd'],
    ['华星（深圳）分析仪器有限公司', '华星分析仪器有限公司'],
  ])('%s ≠ %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

test('the parts of a name are told apart', () => {
  expect(normalizeCompanyName('深圳市华星科技股份有限公司上海第一分公司')).toEqual({
    key: '华星科技@深圳:股份#上海第1分公司',
    core: '华星科技',
    branch: '上海第1分公司',
    region: '深圳',
    suffix: '股份有限公司',
    digits: '1',
  });
});

test.each(['', '  ', '——', '（）', '无', '暂无', 'N/A', '个人', '有限公司'])(
  '%j names nobody and merges with nothing',
  (name) => {
    expect(key(name)).toBe('');
  },
);

test('a name that is only a place keeps its place', () => {
  expect(key('北京')).toBe('北京');
  expect(key('北京有限公司')).toBe('北京');
  expect(key('上海集团')).not.toBe(key('上海'));
});

test('an overlong text is compared letter by letter', () => {
  const long = '华'.repeat(400);
  expect(key(`${long}甲`)).not.toBe(key(`${long}乙`));
  expect(key(`${long}甲`)).toBe(key(` ${long}甲 `));
});

test.each(['公', '(', '第一', '深圳', 'co ', '分公司', '\u0316\u0301', ' '])(
  '100 kB of %j take less than 50 ms',
  (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    normalizeCompanyName(text);
    const from = performance.now();
    normalizeCompanyName(text);
    expect(performance.now() - from).toBeLessThan(50);
  },
);

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '华星',
        '深圳市',
        '（',
        '）',
        '有限公司',
        '集团',
        '第二',
        '分公司',
        ' ',
        'Co., Ltd.',
        '3',
        '-',
        '中国',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

test('no text makes it throw, and writing it wide, loud or spaced changes no key', () => {
  fc.assert(
    fc.property(wild, (name) => {
      const plain = normalizeCompanyName(name);
      expect(key(`  ${name} `)).toBe(plain.key);
      expect(key(name.normalize('NFKC'))).toBe(plain.key);
    }),
    { numRuns: 300 },
  );
});

test('names with different numbers never share a key', () => {
  const numbered = fc.tuple(fc.nat(999), fc.nat(999)).filter(([one, other]) => one !== other);
  fc.assert(
    fc.property(
      numbered,
      fc.constantFrom('中建#局', '华星#号店', '第#机床厂有限公司', 'Plant # Ltd', '华星有限公司第#分公司'),
      ([one, other], form) => {
        expect(key(form.replace('#', String(one)))).not.toBe(key(form.replace('#', String(other))));
      },
    ),
  );
});
