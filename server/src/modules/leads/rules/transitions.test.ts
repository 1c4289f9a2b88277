import { LeadState } from '@dealtrail/protocol/leads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLeadTransitions } from './default-transitions.ts';
import { judgeMove, type LeadMove, movesFrom } from './transitions.ts';

const judge = (move: LeadMove) => judgeMove(move, defaultLeadTransitions);
const keyOf = (move: LeadMove) => judge(move).why[0]?.key;

describe('moves that are allowed', () => {
  test.each<[LeadMove, boolean]>([
    [{ from: 'assigned', to: 'contacted', by: 'follow_up', reached: true }, false],
    [{ from: 'assigned', to: 'proposal_submitted', by: 'follow_up', reached: true }, false],
    [{ from: 'contacted', to: 'need_confirmed', by: 'follow_up', reached: true }, false],
    [{ from: 'negotiating', to: 'need_confirmed', by: 'follow_up', reason: '客户要求重新确认需求' }, true],
    [{ from: 'negotiating', to: 'won', by: 'follow_up', signed: true }, false],
    [{ from: 'unassigned', to: 'assigned', by: 'system' }, false],
    [{ from: 'screening', to: 'unassigned', by: 'person' }, false],
    [{ from: 'assigned', to: 'screening', by: 'person', reason: '不是我们的产品' }, true],
    [{ from: 'need_confirmed', to: 'qualified', by: 'system' }, false],
    [{ from: 'contacted', to: 'unassigned', by: 'system', reason: '超期回收' }, true],
    [{ from: 'contacted', to: 'invalid', by: 'person', reason: 'wrong_information' }, false],
    [{ from: 'assigned', to: 'invalid', by: 'person', reason: 'unreachable', attempts: { count: 3, days: 2 } }, false],
    [{ from: 'invalid', to: 'assigned', by: 'person', reason: '客户回电' }, true],
    [{ from: 'contacted', to: 'contacted', by: 'follow_up' }, false],
  ])('%o', (move, backward) => {
    expect(judge(move)).toMatchObject({ allowed: true, backward });
  });
});

describe('moves that are refused, each with what would help', () => {
  test.each<[LeadMove, string]>([
    [{ from: 'assigned', to: 'contacted', by: 'follow_up', reached: false }, 'leads.why.move.needs_effective_contact'],
    [{ from: 'assigned', to: 'contacted', by: 'person', reached: true }, 'leads.why.move.only_by_follow_up'],
    [{ from: 'negotiating', to: 'contacted', by: 'follow_up', reason: '  ' }, 'leads.why.move.needs_reason'],
    [{ from: 'negotiating', to: 'won', by: 'follow_up', reached: true }, 'leads.why.move.needs_signing'],
    [{ from: 'contacted', to: 'qualified', by: 'person' }, 'leads.why.move.only_by_system'],
    [{ from: 'unassigned', to: 'contacted', by: 'follow_up', reached: true }, 'leads.why.move.assign_first'],
    [{ from: 'screening', to: 'contacted', by: 'follow_up', reached: true }, 'leads.why.move.screen_first'],
    [{ from: 'invalid', to: 'contacted', by: 'follow_up', reached: true }, 'leads.why.move.reopen_first'],
    [{ from: 'qualified', to: 'contacted', by: 'follow_up', reached: true }, 'leads.why.move.read_only'],
    [{ from: 'qualified', to: 'qualified', by: 'follow_up' }, 'leads.why.move.read_only'],
    [{ from: 'assigned', to: 'invalid', by: 'person' }, 'leads.why.move.needs_reason'],
    [
      { from: 'assigned', to: 'invalid', by: 'person', reason: 'unreachable', attempts: { count: 3, days: 1 } },
      'leads.why.move.needs_attempts',
    ],
    [
      { from: 'assigned', to: 'invalid', by: 'follow_up', reason: '联系不上', attempts: { count: 2, days: 2 } },
      'leads.why.move.needs_attempts',
    ],
    [{ from: 'assigned', to: 'invalid', by: 'person', reason: '联系不上' }, 'leads.why.move.needs_attempts'],
    [{ from: 'won', to: 'contacted', by: 'follow_up', reason: '退单' }, 'leads.why.move.not_possible'],
  ])('%o: %s', (move, key) => {
    expect(judge(move).allowed).toBe(false);
    expect(keyOf(move)).toBe(key);
  });
});

const states = fc.constantFrom(...LeadState.options);
const movers = fc.constantFrom<LeadMove['by']>('follow_up', 'person', 'system');

test('every refusal gives a reason, every permission none', () => {
  fc.assert(
    fc.property(states, states, movers, fc.boolean(), fc.constantFrom('', '重复'), (from, to, by, reached, reason) => {
      const verdict = judge({ from, to, by, reached, reason });
      expect(verdict.why.length > 0).toBe(!verdict.allowed);
    }),
    { numRuns: 500 },
  );
});

test('won is never reached without the signing', () => {
  fc.assert(
    fc.property(states, movers, (from, by) => {
      fc.pre(from !== 'won');
      expect(judge({ from, to: 'won', by, reached: true, reason: '口头答应' }).allowed).toBe(false);
    }),
  );
});

test('what the menu offers can be done once its needs are met, and nothing else can', () => {
  fc.assert(
    fc.property(states, states, movers, (from, to, by) => {
      fc.pre(from !== to);
      const offered = movesFrom(from, [by], defaultLeadTransitions).some((move) => move.to === to);
      const met = judge({ from, to, by, reached: true, signed: true, reason: '说明', attempts: { count: 3, days: 2 } });
      expect(met.allowed).toBe(offered);
    }),
    { numRuns: 500 },
  );
});

test('no pair of states stands twice in the shipped table', () => {
  const pairs = defaultLeadTransitions.moves.map(({ from, to }) => `${from} ${to}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});
