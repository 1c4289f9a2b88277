import { expect, test } from 'vitest';
import { loadWords, startWords } from './setup.ts';
import i18next from 'i18next';
import { formFor } from './plural.ts';

test.each([
  [1, 'lead'],
  ['1', 'lead'],
  [0, 'leads'],
  [2, 'leads'],
  ['1,000', 'leads'],
])('%s goes with %s', (count, form) => {
  expect(formFor(count, 'lead|leads')).toBe(form);
});

test('an English sentence takes the form that goes with its number', async () => {
  await startWords('en');
  await loadWords(['today']);
  expect([1, 2].map((count) => i18next.t('today.open.leads', { count }))).toEqual(['Open 1 lead', 'Open 2 leads']);
});
