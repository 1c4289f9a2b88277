import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClosingContext, type ClosingToJudge, judgeClosing } from './closing.ts';
import { standardProcess } from './default-process.ts';

const context: ClosingContext = {
  process: standardProcess,
  stageKey: 'needs_analysis',
  today: '2026-03-18',
  mayConfirmInvalid: false,
  hasCustomerFile: false,
};
const judge = (closing: ClosingToJudge, change: Partial<ClosingContext> = {}) =>
  judgeClosing(closing, { ...context, ...change });
const signing = { signedOn: '2026-03-18', contractNo: 'HT-2026-018', amountMinor: 8_500_000 };

describe('closing as won', () => {
  test('with date, number and amount it is won', () => {
    expect(judge({ outcome: 'won', ...signing })).toMatchObject({ ok: true, state: 'won', missing: [] });
  });

  test.each([
    [{}, ['signedOn', 'contractNo', 'amountMinor']],
    [{ ...signing, contractNo: ' ' }, ['contractNo']],
    [{ ...signing, amountMinor: 0 }, ['amountMinor']],
    [{ ...signing, signedOn: null }, ['signedOn']],
  ])('with %o it waits for the signing and lacks %o', (given, missing) => {
    expect(judge({ outcome: 'won', ...given })).toMatchObject({ ok: true, state: 'won_awaiting_signing', missing });
  });

  test('nobody signs tomorrow', () => {
    expect(judge({ outcome: 'won', ...signing, signedOn: '2026-03-19' })).toMatchObject({
      ok: false,
      problem: 'signing_in_future',
    });
  });
});

describe('closing as lost', () => {
  test.each([
    [{ reason: '价格高 8%', competitor: '友商' }, []],
    [{ reason: '预算取消', competitor: 'none' }, []],
    [{ competitor: 'none' }, ['reason']],
    [{ reason: '价格高 8%' }, ['competitor']],
    [{ reason: ' ', competitor: '' }, ['reason', 'competitor']],
  ])('with %o it lacks %o', (given, missing) => {
    expect(judge({ outcome: 'lost', ...given })).toMatchObject({ ok: missing.length === 0, missing });
  });
});

describe('closing as invalid', () => {
  test.each<[Partial<ClosingToJudge>, Partial<ClosingContext>, string]>([
    [{ reason: 'wrong_information' }, {}, 'invalid'],
    [{ reason: '信息错误' }, {}, 'invalid'],
    [{ reason: '太贵' }, {}, 'close_incomplete'],
    [{}, {}, 'close_incomplete'],
    [{ reason: '客户取消' }, {}, 'close_incomplete'],
    [{ reason: '客户取消', note: '“今年项目全部停了”' }, {}, 'invalid'],
    [{ reason: 'customer_cancelled' }, { hasCustomerFile: true }, 'invalid'],
    [{ reason: 'wrong_information' }, { stageKey: 'solution_design' }, 'confirmation_needed'],
    [{ reason: 'wrong_information' }, { stageKey: 'solution_design', mayConfirmInvalid: true }, 'invalid'],
  ])('%o with %o: %s', (given, change, outcome) => {
    const verdict = judge({ outcome: 'invalid', ...given }, change);
    expect(verdict.ok ? verdict.state : verdict.problem).toBe(outcome);
  });
});

test('every verdict gives a reason, and only the whole signing makes a win', () => {
  const maybe = <T>(value: T) => fc.constantFrom<T | null>(value, null);
  const closings = fc.record({
    outcome: fc.constantFrom('won', 'lost', 'invalid'),
    reason: maybe('wrong_information'),
    competitor: maybe('none'),
    signedOn: maybe(signing.signedOn),
    contractNo: maybe(signing.contractNo),
    amountMinor: maybe(signing.amountMinor),
  });
  fc.assert(
    fc.property(closings, (closing) => {
      const verdict = judge(closing);
      expect(verdict.why.length).toBeGreaterThan(0);
      const whole =
        closing.outcome === 'won' &&
        closing.signedOn !== null &&
        closing.contractNo !== null &&
        closing.amountMinor !== null;
      expect(verdict.ok && verdict.state === 'won').toBe(whole);
    }),
  );
});
