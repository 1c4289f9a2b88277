import { expect, test } from 'vitest';
import { aProcess, aStay, anOpportunity } from '../testing/an-opportunity.ts';
import { dayOfStay, directionOf, railOf } from './stage-days.ts';

const at = (text: string) => Date.parse(`2026-03-${text}:00+08:00`);

test.each([
  ['01T09:00', '01T09:00', 1],
  ['01T09:00', '02T08:59', 1],
  ['01T09:00', '02T09:00', 2],
  ['01T09:00', '17T08:00', 16],
  ['02T09:00', '01T09:00', 1],
])('entered on %s, %s is day %i of the stay', (entered, now, day) => {
  expect(dayOfStay(new Date(at(entered)).toISOString(), at(now))).toBe(day);
});

test('stages behind are done, the present one counts its day, later ones lie ahead', () => {
  const opportunity = anOpportunity({
    stageKey: 'solution_design',
    stays: [
      aStay('needs_analysis', '2026-02-01T01:00:00Z', '2026-02-28T00:00:00Z'),
      aStay('solution_design', '2026-03-02T01:00:00Z', null),
    ],
  });
  const rail = railOf(opportunity, Date.parse('2026-03-18T02:00:00Z'));
  expect(rail.map(({ stage, state, days }) => [stage.key, state, days])).toEqual([
    ['lead_capture', 'done', null],
    ['needs_analysis', 'done', 27],
    ['solution_design', 'here', 17],
    ['negotiation', 'ahead', null],
    ['contract_signing', 'ahead', null],
    ['delivery', 'ahead', null],
  ]);
});

test('two stays in one stage count together, but only the present one can be late', () => {
  const stays = [
    aStay('needs_analysis', '2026-01-01T00:00:00Z', '2026-01-26T00:00:00Z'),
    aStay('solution_design', '2026-01-26T00:00:00Z', '2026-02-10T00:00:00Z'),
    aStay('needs_analysis', '2026-02-10T00:00:00Z', null),
  ];
  const opportunity = anOpportunity({ stageKey: 'needs_analysis', stays });
  const on = (day: string) => railOf(opportunity, Date.parse(`${day}T00:00:00Z`))[1];
  expect(on('2026-02-20')).toMatchObject({ days: 36, late: false });
  expect(on('2026-03-12')).toMatchObject({ late: true });
});

test('a won opportunity has left every stage before the win; a lost one stands where it stood', () => {
  const stays = [aStay('contract_signing', '2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z')];
  const states = (state: 'won' | 'won_awaiting_signing' | 'lost') =>
    railOf(anOpportunity({ stageKey: 'contract_signing', state, stays }), Date.parse('2026-03-18T00:00:00Z')).map(
      (stage) => stage.state,
    );
  const won = ['done', 'done', 'done', 'done', 'done', 'ahead'];
  expect(states('won')).toEqual(won);
  expect(states('won_awaiting_signing')).toEqual(won);
  expect(states('lost')).toEqual(['done', 'done', 'done', 'done', 'here', 'ahead']);
});

test('a move is forward, backward or none', () => {
  expect(directionOf(aProcess, 'needs_analysis', 'negotiation')).toBe('forward');
  expect(directionOf(aProcess, 'negotiation', 'needs_analysis')).toBe('backward');
  expect(directionOf(aProcess, 'negotiation', 'negotiation')).toBe('same');
  expect(directionOf(aProcess, 'negotiation', 'unheard_of')).toBe('same');
});
