import { expect, test } from 'vitest';
import { foldCampaignName, foldedNames } from './campaign-name.ts';

test.each([
  ['2026 上海工博会', '2026上海工博会'],
  ['２０２６上海工博会（秋季）', '2026上海工博会秋季'],
  ['CIIF-2026', 'ciif2026'],
  ['——', ''],
])('the campaign %s is compared as %s', (text, folded) => {
  expect(foldCampaignName(text)).toBe(folded);
});

test('a campaign is known by its name and by every other way of writing it, each once', () => {
  expect(foldedNames('上海工博会', ['CIIF', ' ciif ', '…'])).toEqual(['上海工博会', 'ciif']);
});
