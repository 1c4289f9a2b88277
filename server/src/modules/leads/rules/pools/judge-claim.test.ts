import { expect, test } from 'vitest';
import { type ClaimsSoFar, type ClaimTerms, judgeClaim, type LeadPast } from './judge-claim.ts';

const terms: ClaimTerms = { dailyLimit: 5, holdLimit: 20, formerOwnerDays: 30 };
const past: LeadPast = { lostOn: null, returnedOn: null, countedToday: false };
const soFar: ClaimsSoFar = { today: 0, holding: 0 };
const TODAY = '2026-03-18';

test.each<[string, Partial<LeadPast>, Partial<ClaimsSoFar>, Partial<ClaimTerms>, string]>([
  ['a lead one never had', {}, {}, {}, 'allowed'],
  ['a lead lost today', { lostOn: TODAY }, {}, {}, 'pool_former_owner'],
  ['a lead lost 29 days ago', { lostOn: '2026-02-17' }, {}, {}, 'pool_former_owner'],
  ['a lead lost 30 days ago', { lostOn: '2026-02-16' }, {}, {}, 'allowed'],
  [
    'one lost long ago that a colleague gave back today',
    { lostOn: '2025-12-01', returnedOn: TODAY },
    {},
    {},
    'pool_released_today',
  ],
  [
    'one lost long ago that was given back yesterday',
    { lostOn: '2025-12-01', returnedOn: '2026-03-17' },
    {},
    {},
    'allowed',
  ],
  ['one somebody else gave back today', { returnedOn: TODAY }, {}, {}, 'allowed'],
  ['a lead lost today where no days are set', { lostOn: TODAY }, {}, { formerOwnerDays: 0 }, 'allowed'],
  ['the fifth of a day', {}, { today: 4 }, {}, 'allowed'],
  ['the sixth of a day', {}, { today: 5 }, {}, 'pool_daily_limit'],
  ['one that counts today already', { countedToday: true }, { today: 5 }, {}, 'allowed'],
  ['the sixth of a day without a limit', {}, { today: 5 }, { dailyLimit: null }, 'allowed'],
  ['the twentieth in hand', {}, { holding: 19 }, {}, 'allowed'],
  ['the twenty-first in hand', {}, { holding: 20 }, {}, 'pool_hold_limit'],
])('%s', (_, changedPast, changedCounts, changedTerms, expected) => {
  const verdict = judgeClaim(
    { ...terms, ...changedTerms },
    { ...past, ...changedPast },
    { ...soFar, ...changedCounts },
    TODAY,
  );
  expect(verdict.allowed ? 'allowed' : verdict.code).toBe(expected);
});

test('who lost a lead is told from which day it may be claimed again', () => {
  const verdict = judgeClaim(terms, { ...past, lostOn: '2026-03-10' }, soFar, TODAY);
  expect(verdict).toMatchObject({ params: { days: 30, until: '2026-04-09' } });
});
