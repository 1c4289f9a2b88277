import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { queryTokens, tokensOf, tsqueryText } from './tokens.ts';

const initials = (text: string) => tokensOf(text).filter((token) => token.startsWith('~'));
const words = (text: string) => tokensOf(text).filter((token) => !token.startsWith('~'));

test('a Chinese name gives its characters, its pairs and the suffixes of its initials', () => {
  expect(tokensOf('华为技术')).toEqual(['华', '为', '技', '术', '华为', '为技', '技术', '~hwjs', '~wjs', '~js', '~s']);
});

test.each([
  [
    '深圳华为技术有限公司',
    ['~szhwjsyx', '~zhwjsyxg', '~hwjsyxgs', '~wjsyxgs', '~jsyxgs', '~syxgs', '~yxgs', '~xgs', '~gs', '~s'],
  ],
  ['重庆长安', ['~cqca', '~qca', '~ca', '~a']],
  ['TCL科技', ['~tclkj', '~kj', '~j']],
  ['华为（深圳）', ['~hwsz', '~wsz', '~sz', '~z']],
  ['曾国藩', ['~cgf', '~gf', '~f', '~zgf']],
  ['𠮷野家', ['~yj', '~j']],
  ['Huawei', []],
])('the initials of %s', (text, expected) => {
  expect(initials(text)).toEqual(expected);
});

test.each([
  ['ＨＵＡＷＥＩ Technologies, Ltd.', ['huawei', 'technologies', 'ltd']],
  ['3M中国', ['3m', '中', '国', '中国']],
  ['XLSH20260214001', ['xlsh20260214001']],
  ['A/B·C', ['a', 'b', 'c']],
  ['Ünïön', ['ünïön']],
  ['x'.repeat(100), ['x'.repeat(64)]],
  ['，。！', []],
  ['', []],
])('the words of %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each([
  ['华', { all: ['华'] }, "'华'"],
  ['华为', { all: ['华为'] }, "'华为'"],
  ['华为智能', { all: ['华为', '为智', '智能'], recheck: ['华为智能'] }, "'华为' & '为智' & '智能'"],
  [
    '华为 技术公司',
    { all: ['华为', '技术', '术公', '公司'], recheck: ['技术公司'] },
    "'华为' & '技术' & '术公' & '公司'",
  ],
  [
    '华为技术 有限公司商贸',
    { all: ['华为', '为技', '技术', '有限', '限公', '公司', '司商', '商贸'], recheck: ['华为技术', '有限公司商贸'] },
    "'华为' & '为技' & '技术' & '有限' & '限公' & '公司' & '司商' & '商贸'",
  ],
  ['HWJS', { all: [], prefix: '~hwjs', word: 'hwjs' }, "('~hwjs':* | 'hwjs':*)"],
  ['huawei tech', { all: ['huawei'], prefix: '~tech', word: 'tech' }, "'huawei' & ('~tech':* | 'tech':*)"],
  ['TCL科技', { all: ['tcl', '科技'] }, "'tcl' & '科技'"],
  ['szhwjsyxgs', { all: [], prefix: '~szhwjsyx', word: 'szhwjsyxgs' }, "('~szhwjsyx':* | 'szhwjsyxgs':*)"],
  ["x' | !'y", { all: ['x'], prefix: '~y', word: 'y' }, "'x' & ('~y':* | 'y':*)"],
])('who types %s looks for %j', (text, tokens, tsquery) => {
  const found = queryTokens(text)!;
  expect(found).toEqual({ recheck: [], ...tokens });
  expect(tsqueryText(found)).toBe(tsquery);
});

test.each(['', '   ', '、。', '***', '😀'])('who types %s looks for nothing', (text) => {
  expect(queryTokens(text)).toBeUndefined();
});

function finds(query: string, text: string): boolean {
  const kept = tokensOf(text);
  const asked = queryTokens(query);
  const begun = (start: string | undefined) => start !== undefined && kept.some((token) => token.startsWith(start));
  if (!asked?.all.every((token) => kept.includes(token))) return false;
  return asked.prefix === undefined || begun(asked.prefix) || begun(asked.word);
}

const names = fc
  .array(fc.constantFrom(...Array.from('深圳华为技术有限公司重庆长安汽车曾单乐（） -3MabcTCL')), {
    minLength: 1,
    maxLength: 14,
  })
  .map((all) => all.join(''));

test('any part of a Chinese run that somebody types finds the record', () => {
  fc.assert(
    fc.property(names, fc.nat(20), fc.integer({ min: 1, max: 8 }), (name, from, length) => {
      const runs = name.match(/\p{Script=Han}+/gu) ?? [];
      fc.pre(runs.length > 0);
      const run = runs[from % runs.length]!;
      const part = run.slice(from % run.length, (from % run.length) + length);
      expect(finds(part, name)).toBe(true);
    }),
  );
});

test('any beginning of the initials from any character on finds the record', () => {
  fc.assert(
    fc.property(names, fc.nat(20), fc.integer({ min: 2, max: 9 }), (name, which, length) => {
      const kept = initials(name);
      fc.pre(kept.length > 0);
      expect(finds(kept[which % kept.length]!.slice(1, length), name)).toBe(true);
    }),
  );
});

test('any word of the text, or the beginning of its last one, finds the record', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{2,12}( [A-Z0-9]{2,12}){0,3}$/), fc.nat(12), (name, cut) => {
      const last = name.split(' ').at(-1)!;
      expect(finds(name.slice(0, name.length - (cut % last.length)), name)).toBe(true);
    }),
  );
});

test('no token can break out of the query text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const asked = queryTokens(text);
      for (const token of [...(asked?.all ?? []), asked?.prefix ?? '', asked?.word ?? '']) {
        expect(token).toMatch(/^~?[\p{L}\p{N}\p{M}]*$/u);
      }
    }),
  );
});

test('a radical separates, as every symbol does', () => {
  expect(queryTokens('⺀')).toBeUndefined();
  expect(tokensOf('华⺀为')).not.toContain('华⺀');
  expect(tokensOf('华⺀为')).toEqual(expect.arrayContaining(['华', '为']));
});

test('a word cut at its longest keeps whole characters', () => {
  expect(tokensOf(`${'a'.repeat(63)}𐍈𐍈 华`).every((token) => token.isWellFormed())).toBe(true);
});

test('a text that is no name costs no more than its length', () => {
  const started = performance.now();
  expect(initials('华为'.repeat(20_000))).toHaveLength(9);
  expect(performance.now() - started).toBeLessThan(500);
});
