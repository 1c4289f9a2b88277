import { expect, test } from 'vitest';
import { readAppearance } from './appearance.ts';

const usual = { language: 'zh-CN', theme: 'system', density: 'compact', rail: undefined };

test('what was chosen before is kept', () => {
  const chosen = { language: 'en', theme: 'dark', density: 'comfortable', rail: 'slim' };
  expect(readAppearance(JSON.stringify(chosen))).toEqual(chosen);
});

test.each([null, '', 'nonsense', 'null', '[]', '{"language":"fr","theme":1}'])('a stored %s is as usual', (text) => {
  expect(readAppearance(text)).toEqual(usual);
});
