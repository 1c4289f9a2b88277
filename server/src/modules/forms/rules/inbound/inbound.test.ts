import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, maskedPost, pathsIn, reasonToWait, valueAt } from './facts-of.ts';
import { readBody, readText } from './read-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const faultOf = (read: ReturnType<typeof readBody>) => ('fault' in read ? read.fault.code : undefined);

const nested = (depth: number): string => (depth === 0 ? '1' : `{"a":${nested(depth - 1)}}`);

test.each([
  ['a plain object', bytes('{"name":"甲公司"}'), undefined],
  ['one with a byte order mark', bytes('\uFEFF{"name":"甲公司"}'), undefined],
  ['GBK bytes', Uint8Array.from([0x7b, 0x22, 0xbc, 0xd7, 0xb9, 0xab, 0x22, 0x7d]), 'body_not_utf8'],
  ['half a JSON', bytes('{"name":'), 'body_not_json'],
  ['nothing', bytes(''), 'body_not_json'],
  ['a list', bytes('[{"name":"甲"}]'), 'body_not_object'],
  ['a number', bytes('42'), 'body_not_object'],
  ['9 levels', bytes(nested(9)), undefined],
  ['10 levels', bytes(nested(10)), 'body_too_deep'],
  ['1 000 values', bytes(`{"a":[${'1,'.repeat(999)}1]}`), 'body_too_deep'],
])('%s is read or refused with what is wrong', (_, body, code) => {
  expect(faultOf(readBody(body))).toBe(code);
});

test('bytes that read as Chinese in GBK are told so', () => {
  const read = readBody(Uint8Array.from([0x22, 0xbc, 0xd7, 0xb9, 0xab, 0x22]));
  expect('fault' in read && read.fault.params).toEqual({ looks: '（GBK?）' });
});

const posted = {
  event: { id: 'e-1' },
  customer: { name: ' 甲公司 ', tel: 13812123434, tags: ['采购', '急'], deep: { more: [{ x: 1 }] } },
  items: [{ name: '样机' }],
};

test.each([
  ['customer.name', ' 甲公司 '],
  ['$.items[0].name', '样机'],
  ['items.0.name', '样机'],
  ['customer.gone.more', undefined],
  ['customer.constructor', undefined],
  ['', posted],
])('the path %j leads to %j', (path, value) => {
  expect(valueAt(posted, path)).toEqual(value);
});

test('a mapping takes plain values as texts, lists as one, and constants as they are', () => {
  const fields = [
    { name: 'companyName' as const, path: 'customer.name' },
    { name: 'phone' as const, path: 'customer.tel' },
    { name: 'need' as const, path: 'customer.tags' },
    { name: 'industry' as const, path: 'customer.deep' },
    { name: 'city' as const, constant: '苏州' },
  ];
  expect(factsOf(posted, fields)).toEqual({
    companyName: '甲公司',
    phone: '13812123434',
    need: '采购、急',
    city: '苏州',
  });
  const shown = maskedPost(posted, fields, (text) => text);
  expect([shown.includes('13812123434'), shown.includes('138****3434')]).toEqual([false, true]);
});

test.each([
  [{}, 'lead_nameless'],
  [{ contactName: '陈工' }, undefined],
  [{ companyName: '甲', phone: '138' }, 'phone_invalid'],
  [{ companyName: '甲', phone: '138****3434' }, 'masked_value'],
  [{ companyName: '甲', email: 'a@' }, 'email_invalid'],
  [{ companyName: '甲'.repeat(201) }, 'too_long'],
])('facts %j wait because of %s', (facts, reason) => {
  expect(reasonToWait(facts)).toBe(reason);
});

test('every path that is offered leads to a plain value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue({ maxDepth: 3 })), (json) => {
      const read = readText(JSON.stringify(json));
      if ('fault' in read) return;
      for (const path of pathsIn(read.posted)) expect(typeof valueAt(read.posted, path)).not.toBe('undefined');
    }),
  );
});
