import { expect, test } from 'vitest';
import { limitWords } from './limit-words.ts';
import { named } from './policy-words.ts';
import { completeLead } from './testing/sample-policies.ts';

const zh = {
  'clocks.complete_lead.name': '补充线索',
  'clocks.complete_lead.title': '补充线索',
  'clocks.complete_lead.why': '{limitZh}内补齐',
};
const en = {
  'clocks.complete_lead.name': 'Complete',
  'clocks.complete_lead.title': 'Complete the lead',
  'clocks.complete_lead.why': 'Complete within {limitEn}',
};

test('a policy has its name from the sentences of the house', () => {
  expect(named(completeLead, { zh, en }).name).toEqual({ zh: '补充线索', en: 'Complete' });
});

test.each(Object.keys(zh))('the house does not start without %s in both languages', (key) => {
  const without = (words: object) => Object.fromEntries(Object.entries(words).filter(([name]) => name !== key));
  expect(() => named(completeLead, { zh: without(zh), en })).toThrow('in zh');
  expect(() => named(completeLead, { zh, en: without(en) })).toThrow('in en');
});

test.each([
  [{ zh: { ...zh, 'clocks.complete_lead.why': '{amount} 小时内补齐' }, en }, '{amount}'],
  [{ zh, en: { ...en, 'clocks.complete_lead.why': 'Within {limitZh}' } }, '{limitZh}'],
])('a rule that names what nobody fills in is refused', (words, place) => {
  expect(() => named(completeLead, words)).toThrow(place);
});

test.each([
  [{ unit: 'natural_hours', amount: 24 }, '24 小时', '24 hours'],
  [{ unit: 'natural_hours', amount: 0.5 }, '0.5 小时', '0.5 hours'],
  [{ unit: 'working_days', amount: 1 }, '1 个工作日', '1 working day'],
  [{ unit: 'fixed_moment', amount: 0 }, '到约定的日期', 'until the date agreed'],
] as const)('%j is %s', (limit, limitZh, limitEn) => {
  expect(limitWords(limit)).toEqual({ limitZh, limitEn });
});
