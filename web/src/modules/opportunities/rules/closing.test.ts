import { expect, test } from 'vitest';
import { anOpportunity, aStay } from '../testing/an-opportunity.ts';
import { closingBody, isNobody, needsConfirmation, signingLacks } from './closing.ts';

test('a win lacks what of date, number and amount is not told', () => {
  const whole = { signedOn: '2026-03-18', contractNo: 'HT-1', amountMinor: 100 };
  expect(signingLacks(whole)).toEqual([]);
  expect(signingLacks({})).toEqual(['signedOn', 'contractNo', 'amountMinor']);
  expect(signingLacks({ ...whole, contractNo: '  ' })).toEqual(['contractNo']);
  expect(signingLacks({ ...whole, amountMinor: 0 })).toEqual(['amountMinor']);
  expect(signingLacks({ ...whole, signedOn: null })).toEqual(['signedOn']);
});

test('past the stage it opened at, 无效 needs the sales manager', () => {
  const stays = [aStay('needs_analysis', '2026-03-01T00:00:00Z', null)];
  const abilities = (confirmInvalid: boolean) => ({
    update: true,
    advance: true,
    close: true,
    followUp: true,
    assign: true,
    confirmInvalid,
  });
  const asked = (stageKey: string, confirm = false) =>
    needsConfirmation(anOpportunity({ stays, stageKey, abilities: abilities(confirm) }));
  expect(asked('needs_analysis')).toBe(false);
  expect(asked('solution_design')).toBe(true);
  expect(asked('solution_design', true)).toBe(false);
});

test.each([
  ['none', true],
  ['None ', true],
  ['无', true],
  ['明谛视觉', false],
  ['无锡海川', false],
  [null, false],
])('the competitor %j means nobody: %s', (competitor, nobody) => {
  expect(isNobody(competitor)).toBe(nobody);
});

test('a closing sends what belongs to its outcome and nothing typed for another', () => {
  const typed = {
    signedOn: '2026-03-18',
    contractNo: ' HT-1 ',
    amountMinor: 100,
    reason: '价格',
    competitor: '无',
    invalidReason: 'customer_cancelled',
    note: ' 客户说不做了 ',
  };
  expect(closingBody({ ...typed, outcome: 'won' })).toEqual({
    outcome: 'won',
    signedOn: '2026-03-18',
    contractNo: 'HT-1',
    amountMinor: 100,
    note: '客户说不做了',
  });
  expect(closingBody({ ...typed, outcome: 'lost', note: ' ' })).toEqual({
    outcome: 'lost',
    reason: '价格',
    competitor: '无',
  });
  expect(closingBody({ ...typed, outcome: 'invalid' })).toEqual({
    outcome: 'invalid',
    reason: 'customer_cancelled',
    note: '客户说不做了',
  });
  expect(closingBody({ outcome: 'won', signedOn: null, contractNo: '', amountMinor: null })).toEqual({
    outcome: 'won',
  });
});
