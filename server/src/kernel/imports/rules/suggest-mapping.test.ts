import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestMapping } from './suggest-mapping.ts';

const fields = [
  { name: 'companyName', aliases: ['客户名称', '公司名称', '单位名称', 'Company', 'Account Name'] },
  { name: 'contactName', aliases: ['联系人', '联系人姓名', 'Contact'] },
  { name: 'phone', aliases: ['电话', '联系电话', '手机', '手机号', 'Mobile', 'Tel'] },
  { name: 'email', aliases: ['邮箱', '电子邮件', 'E-mail'] },
  { name: 'source', aliases: ['来源', '线索来源', 'Lead Source'] },
  { name: 'need', aliases: ['需求描述', '备注', 'Select'] },
  { name: 'remark', aliases: ['备注'] },
];

test.each<[string[], Record<string, string>]>([
  [['客户名称', '联系人', '电话'], { 客户名称: 'companyName', 联系人: 'contactName', 电话: 'phone' }],
  [
    ['ＣＯＭＰＡＮＹ ', 'e_mail', 'lead  source'],
    { 'ＣＯＭＰＡＮＹ ': 'companyName', e_mail: 'email', 'lead  source': 'source' },
  ],
  [['*客户名称（必填）', '手机【11位】'], { '*客户名称（必填）': 'companyName', '手机【11位】': 'phone' }],
  [['companyName', 'COMPANY_NAME'], {}],
  [['电话', '手机'], {}],
  [['电话', '电话（备用）'], { 电话: 'phone' }],
  [['备注'], {}],
  [['Select', '请选择', '', '   ', 'N/A', 'Column1', 'Unnamed: 0', '列3', 'A', '12'], {}],
  [['Do Not Email', 'Last Contact', '是否联系'], {}],
  [['__proto__', 'constructor', 'toString'], {}],
])('columns %j are suggested as %j', (headers, expected) => {
  expect(suggestMapping(headers, fields)).toEqual(expected);
});

test('a heading named __proto__ can be mapped without touching any prototype', () => {
  const mapping = suggestMapping(['__proto__'], [{ name: 'odd', aliases: ['proto'] }]);
  expect(Object.entries(mapping)).toEqual([['__proto__', 'odd']]);
  expect(({} as Record<string, unknown>)['odd']).toBeUndefined();
});

test('no field is ever suggested for two columns, and only given columns and fields appear', () => {
  const heading = fc.oneof(fc.constantFrom(...fields.flatMap((field) => [field.name, ...field.aliases])), fc.string());
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 12 }), (headers) => {
      const entries = Object.entries(suggestMapping(headers, fields));
      const chosen = entries.map(([, field]) => field);
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const [header, field] of entries) {
        expect(headers).toContain(header);
        expect(fields.map(({ name }) => name)).toContain(field);
      }
    }),
  );
});
