import type { FormField } from '@dealtrail/protocol/forms';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formKey, readFormKey } from './form-key.ts';
import { factsIn, hasConsent, isReachable, missingIn, suspicion } from './judge-submission.ts';

const fields: FormField[] = [
  { name: 'companyName', required: true },
  { name: 'phone', required: true },
  { name: 'need', required: false },
];

test('only what the form asks for is taken, trimmed', () => {
  const sent = { companyName: ' 常州凌越机电 ', phone: '', need: '　', ownerId: 'x', source: '官网' };
  expect(factsIn(sent, fields)).toEqual({ companyName: '常州凌越机电' });
  expect(missingIn(sent, fields)).toEqual(['phone']);
});

test.each([
  ['on', true],
  ['TRUE', true],
  ['同意', true],
  ['', false],
  ['no', false],
  ['off', false],
])('the consent “%s” is %s', (consent, given) => expect(hasConsent({ consent })).toBe(given));

test.each([
  ['a person', { need: '想了解 PLC 改造，参考 https://example.cn/a' }, undefined],
  ['a program in the trap', { need: 'x', website_url: 'http://a.b' }, 'trap'],
  ['advertising', { need: 'https://a.cn http://b.cn www.c.cn' }, 'links'],
])('%s is judged so', (_, sent, reason) => expect(suspicion(sent as Record<string, string>)).toBe(reason));

test.each([
  [['companyName', 'phone'], true],
  [['contactName', 'wechat'], true],
  [['companyName', 'need'], false],
  [['phone', 'need'], false],
] as const)('a form that asks for %j lets visitors be reached: %s', (names, reachable) => {
  expect(isReachable(names.map((name) => ({ name, required: false })))).toBe(reachable);
});

test('a public name leads back to organisation and form, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (orgId, formId) => {
      const key = formKey(orgId, formId);
      expect(key).toMatch(/^[\w-]{43}$/);
      expect(readFormKey(key)).toEqual({ orgId, formId });
    }),
  );
  expect(readFormKey('short')).toBeUndefined();
  expect(readFormKey(`${'A'.repeat(42)}B`)).toBeUndefined();
});
