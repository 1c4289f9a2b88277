import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSourceTypes } from './default-sources.ts';
import { foldSource, resolveSource } from './source.ts';

const resolve = (text: string | null | undefined, mapped: Record<string, string> = {}) =>
  resolveSource(text, { types: defaultSourceTypes, mapped: new Map(Object.entries(mapped)) });

test.each([
  ['官网注册', 'website'],
  ['线上官网', 'website'],
  ['website', 'website'],
  ['Web Form', 'website'],
  ['Direct Traffic', 'website'],
  ['Welingak Website', 'website'],
  ['展会咨询', 'exhibition'],
  ['展会推广', 'exhibition'],
  [' 展 会 ', 'exhibition'],
  ['转介绍', 'referral'],
  ['老客户推荐', 'referral'],
  ['客户转介绍', 'referral'],
  ['Reference', 'referral'],
  ['Referral Sites', 'referral'],
  ['市场活动', 'campaign'],
  ['行业合作', 'partner'],
  ['合作伙伴推荐', 'partner'],
  ['Google', 'search'],
  ['google', 'search'],
  ['Organic Search', 'search'],
  ['Olark Chat', 'online_chat'],
  ['Press_Release', 'media'],
  ['NC_EDM', 'email'],
  ['Facebook', 'social'],
  ['自拓', 'own_find'],
  ['ｏｗｎ＿ｆｉｎｄ', 'own_find'],
])('%s is %s', (text, key) => {
  expect(resolve(text)).toEqual({ kind: 'listed', key });
});

test.each(['抖音直播', 'WeLearn', '神秘渠道', 'Website or referral', 'testone'])(
  '%s waits in the tray with its text',
  (text) => {
    expect(resolve(text)).toEqual({ kind: 'needs_mapping', text });
  },
);

test.each([null, undefined, '', '   ', '--', 'Select'])('%j is no source', (text) => {
  expect(resolve(text)).toEqual({ kind: 'empty' });
});

test('what a person mapped in the tray wins over the list', () => {
  expect(resolve('抖音 直播', { [foldSource('抖音直播')]: 'campaign' })).toEqual({ kind: 'listed', key: 'campaign' });
  expect(resolve('展会', { [foldSource('展会')]: 'campaign' })).toEqual({ kind: 'listed', key: 'campaign' });
});

test('no name or alias of the shipped list means two sources', () => {
  const owners = new Map<string, string>();
  for (const { key, name, aliases } of defaultSourceTypes) {
    for (const text of [key, name.zh, name.en, ...aliases].map(foldSource)) {
      expect(owners.get(text) ?? key, text).toBe(key);
      owners.set(text, key);
    }
  }
});

test('no text is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(['listed', 'needs_mapping', 'empty']).toContain(resolve(text).kind);
    }),
  );
});
