import { expect, test } from 'vitest';
import { chooseScreener, isScreened, noScreening } from './screening.ts';

const asked = { everything: false, sources: ['exhibition', 'unlisted'], screenerIds: ['zhou'] };

test.each([
  [noScreening, 'exhibition', false],
  [asked, 'exhibition', true],
  [asked, 'website', false],
  [asked, null, true],
  [{ ...asked, everything: true }, 'website', true],
  [{ ...asked, everything: true, screenerIds: [] }, 'website', false],
])('with %o a lead from %s is screened: %s', (screening, source, screened) => {
  expect(isScreened(screening, source)).toBe(screened);
});

const screener = (id: string, waiting: number, absent = false) => ({ id, waiting, absent });

test.each([
  [[screener('a', 3), screener('b', 1)], 'b'],
  [[screener('b', 1), screener('a', 1)], 'a'],
  [[screener('a', 3), screener('b', 1, true)], 'a'],
  [[screener('a', 3, true), screener('b', 1, true)], 'b'],
  [[], undefined],
])('of %o it is %s', (screeners, id) => {
  expect(chooseScreener(screeners)?.id).toBe(id);
});
