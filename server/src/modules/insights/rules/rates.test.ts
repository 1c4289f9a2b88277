import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortAge, conversionRates, type GroupCount, median, perMille } from './rates.ts';

test.each([
  [77, 420, 183],
  [1, 10, 100],
  [0, 10, 0],
  [10, 10, 1000],
  [1, 16, 63],
  [1, 2000, 1],
  [41, 200, 205],
  [3, 9, undefined],
  [0, 0, undefined],
])('%i of %i are %s tenths of a percent', (count, of, rate) => {
  expect(perMille(count, of)).toBe(rate);
});

test.each([
  [[], undefined],
  [[19], 19],
  [[30, 10], 20],
  [[10, 11], 11],
  [[35, 20, 19], 20],
  [[5, 1, 9, 100], 7],
])('the median of %o is %s', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

const website: GroupCount = { key: 'website', leads: 200, invalid: 20, converted: 41, cycleDays: [19, 30, 25] };
const partner: GroupCount = { key: 'partner', leads: 9, invalid: 0, converted: 3, cycleDays: [10, 12] };

test('a group shows rate, rate without invalid and median cycle', () => {
  expect(conversionRates([website]).groups[0]).toMatchObject({
    ratePerMille: 205,
    rateWithoutInvalidPerMille: 228,
    medianCycleDays: 25,
    why: [
      { key: 'insights.why.rate', params: { converted: 41, leads: 200 } },
      { key: 'insights.why.invalid', params: { invalid: 20, valid: 180 } },
    ],
  });
});

test('below ten leads there is no rate, below three conversions no median', () => {
  const [group] = conversionRates([partner]).groups;
  expect(group).not.toHaveProperty('ratePerMille');
  expect(group).not.toHaveProperty('medianCycleDays');
  expect(group?.why.map(({ key }) => key)).toContain('insights.why.too_few');
});

test('the total has the median of all, not the mean of medians', () => {
  expect(conversionRates([website, partner]).total).toMatchObject({ leads: 209, converted: 44, medianCycleDays: 19 });
});

test.each([
  ['2026-03-01', '2026-03-18', 19, true],
  ['2026-02-27', '2026-03-18', 19, false],
  ['2026-03-18', '2026-03-18', undefined, false],
  ['2026-03-31', '2026-03-18', 5, true],
])('a cohort that ended on %s, seen on %s at a median of %s days: young %s', (lastDay, reportOn, middle, young) => {
  expect(cohortAge(lastDay, reportOn, middle).young).toBe(young);
});

const group = fc
  .record({
    key: fc.option(fc.constantFrom('website', 'referral')),
    leads: fc.nat(500),
    invalid: fc.nat(500),
    converted: fc.nat(500),
  })
  .map(({ key, leads, invalid, converted }): GroupCount => {
    const bad = Math.min(invalid, leads);
    const won = Math.min(converted, leads - bad);
    return {
      key,
      leads,
      invalid: bad,
      converted: won,
      cycleDays: Array.from({ length: won }, (_, place) => (place * 7) % 60),
    };
  });

test('groups add up to the total, rates lie between 0 and 100 %, and dropping invalid leads never lowers a rate', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 12 }), (counts) => {
      const { groups, total } = conversionRates(counts);
      for (const field of ['leads', 'invalid', 'converted'] as const) {
        expect(groups.reduce((sum, one) => sum + one[field], 0)).toBe(total[field]);
      }
      for (const { ratePerMille = 0, rateWithoutInvalidPerMille = 1000 } of [...groups, total]) {
        expect(Number.isInteger(ratePerMille) && ratePerMille >= 0).toBe(true);
        expect(rateWithoutInvalidPerMille).toBeGreaterThanOrEqual(ratePerMille);
        expect(rateWithoutInvalidPerMille).toBeLessThanOrEqual(1000);
      }
    }),
  );
});
