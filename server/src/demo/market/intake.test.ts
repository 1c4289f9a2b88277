import { expect, test } from 'vitest';
import { chanceFrom } from '../play/chance.ts';
import { daysUntil, isWorked } from '../play/days.ts';
import { Fates } from '../stories/fates.ts';
import { planIntake } from './intake.ts';
import { sources } from './sources.ts';

const now = new Date('2026-03-18T02:12:00Z');
const year = () => planIntake(chanceFrom('a').fork('market'), daysUntil(now, 365), 3_000);

test('the same seed plans the same market, another seed another', () => {
  expect(year()).toEqual(year());
  expect(planIntake(chanceFrom('b'), daysUntil(now, 365), 3_000)).not.toEqual(year());
});

test('about three thousand leads come in on workdays, each by a number of its own', () => {
  const leads = year().flatMap(({ leads: some }) => some);
  expect(leads.length).toBeGreaterThan(2_950);
  expect(leads.length).toBeLessThan(3_100);
  expect(year().every(({ day }) => isWorked(day))).toBe(true);
  expect(new Set(leads.map(({ phone }) => phone)).size).toBe(leads.length);
  expect(leads.every(({ phone }) => /^16000\d{6}$/.test(phone))).toBe(true);
});

test('some companies ask twice, and nobody else shares a name', () => {
  const names = year().flatMap(({ leads }) => leads.map(({ companyName }) => companyName));
  const again = names.length - new Set(names).size;
  expect(again).toBeGreaterThan(10);
  expect(again).toBeLessThan(60);
});

test('sources end at the rates planned for them, from 8 to 30 of a hundred', () => {
  const fates = new Fates(10_000);
  const leads = [...Array(6).keys()].flatMap((seed) =>
    planIntake(chanceFrom(`${seed}`), daysUntil(now, 365), 3_000).flatMap(({ leads: some }) => some),
  );
  const rates = sources.map(({ key, signs }) => {
    const theirs = leads.filter(({ source, fate }) => source.key === key && !fate);
    const won = theirs.filter((lead) => fates.endingOf(lead, 1) === 'won').length;
    return { key, signs, rate: (100 * won) / theirs.length };
  });
  for (const { key, signs, rate } of rates) expect(Math.abs(rate - signs), `${key} ${rate}`).toBeLessThan(1.6);
  expect(Math.min(...sources.map(({ signs }) => signs))).toBeGreaterThanOrEqual(8);
  expect(Math.max(...sources.map(({ signs }) => signs))).toBeLessThanOrEqual(30);
});
