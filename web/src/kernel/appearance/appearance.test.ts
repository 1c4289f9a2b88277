import { expect, test } from 'vitest';
import { readAppearance } from './appearance.ts';

const usual = { language: 'zh-CN', theme: 'system', density: 'compact', rail: undefined };

test('what was chosen before is kept', () => {
  const chosen = { language: 'en', theme: 'dark', density: 'comfortable', rail: 'slim' };
  expect(readAppearance(JSON.stringify(chosen), ['zh-CN'])).toEqual(chosen);
});

test.each([null, '', 'nonsense', 'null', '[]', '{"language":"fr","theme":1}'])('a stored %s is as usual', (text) => {
  expect(readAppearance(text, ['zh-CN'])).toEqual(usual);
});

test.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['de', 'en-GB', 'zh'], 'en'],
  [['de', 'zh-Hans'], 'zh-CN'],
  [['de'], 'en'],
  [[], 'en'],
] as const)('a browser that asks for %j is spoken to in %s until somebody chooses', (browser, language) => {
  expect(readAppearance(null, browser).language).toBe(language);
});
