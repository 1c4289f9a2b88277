import { expect, test } from 'vitest';
import { followUpMoves, nextStep, proposedState } from './next-step.ts';

const all = { assign: true, pause: true, qualify: true, followUp: true, update: true, screen: false, accept: false };
const none = {
  assign: false,
  pause: false,
  qualify: false,
  followUp: false,
  update: false,
  screen: false,
  accept: false,
};
const lead = {
  state: 'assigned' as const,
  pausedUntil: null,
  ownerId: 'a',
  opportunityId: null,
  customerId: null,
  complete: true,
  abilities: all,
};

test.each([
  ['a fresh lead asks for its first contact', {}, 'follow_up'],
  [
    'marketing screens it: they pass it on',
    { state: 'screening' as const, abilities: { ...all, screen: true } },
    'pass_on',
  ],
  ['marketing passed it on: its owner accepts it', { abilities: { ...all, accept: true } }, 'accept'],
  ['nobody owns it: who may assign it does so', { state: 'unassigned' as const, ownerId: null }, 'assign'],
  [
    'nobody owns it and one may not assign: one may still write what one did',
    { ownerId: null, abilities: { ...all, assign: false } },
    'follow_up',
  ],
  ['a confirmed need asks for the opportunity', { state: 'need_confirmed' as const }, 'convert'],
  ['negotiations too', { state: 'negotiating' as const }, 'convert'],
  ['a paused one is taken up first', { pausedUntil: '2026-04-01', state: 'negotiating' as const }, 'resume'],
  ['a qualified one leads to its opportunity', { state: 'qualified' as const, opportunityId: 'o' }, 'open_opportunity'],
  ['a qualified one without an opportunity asks for nothing', { state: 'qualified' as const }, null],
  ['an invalid one asks for nothing', { state: 'invalid' as const }, null],
  ['who may only complete it, completes it', { complete: false, abilities: { ...none, update: true } }, 'complete'],
  ['who may only read sees no act', { abilities: none }, null],
])('%s', (_, change, step) => {
  expect(nextStep({ ...lead, ...change })).toBe(step);
});

test('the first effective contact proposes 已联系, where the lead may move there; later ones propose nothing', () => {
  const moves = [
    { to: 'contacted' as const, backward: false },
    { to: 'need_confirmed' as const, backward: false },
  ];
  expect(proposedState('assigned', moves)).toBe('contacted');
  expect(proposedState('assigned', moves.slice(1))).toBeUndefined();
  expect(proposedState('contacted', moves.slice(1))).toBeUndefined();
});

test('a follow-up offers what a contact can bring about; endings have verbs of their own', () => {
  const moves = (['contacted', 'won', 'invalid', 'unassigned'] as const).map((to) => ({ to, backward: false }));
  const offered = (contractNo: string | null) => followUpMoves({ moves, contractNo }).map(({ to }) => to);
  expect(offered(null)).toEqual(['contacted']);
  expect(offered('HT-1')).toEqual(['contacted', 'won']);
});
