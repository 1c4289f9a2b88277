import { expect, test } from 'vitest';
import { Distribution } from '../../intake/distribution.ts';
import { AssignmentRule } from '../../rules/assignment.ts';
import type { RosterRow } from '../../store/giving/roster-query.ts';
import { type DayedLead, replay, tellReplay } from './replay.ts';

const row = (id: string, change: Partial<RosterRow> = {}): RosterRow => ({
  id,
  name: id,
  departmentId: null,
  capacity: null,
  skills: [],
  absent: false,
  absentFrom: null,
  absentUntil: null,
  administrator: false,
  scopes: ['own'],
  openLoad: 0,
  ...change,
});

const everybody = AssignmentRule.parse({
  id: 'r',
  name: '轮流',
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  supervisorFirst: false,
  skills: [],
  strategy: 'round_robin',
  weights: {},
  atWorkOnly: false,
});

const lead = (id: number, day: string, change: Partial<DayedLead> = {}): DayedLead => ({
  id: String(id),
  title: `线索${id}`,
  region: null,
  province: null,
  industry: null,
  customerType: null,
  priority: 'medium',
  source: null,
  createdAt: new Date(`${day}T02:00:00Z`),
  endedAt: null,
  holderId: 'a',
  day,
  endedOn: null,
  atWork: true,
  ...change,
});

const open = (roster: readonly RosterRow[], rule: Partial<AssignmentRule> = {}) =>
  new Distribution({
    rules: [{ ...everybody, ...rule }],
    roster: [...roster, row('admin', { administrator: true, scopes: [] })],
    departments: [],
    credits: new Map(),
    atWork: true,
    today: '',
  });

const owners = (roster: readonly RosterRow[], leads: readonly DayedLead[], endings = new Map<string, string[]>()) =>
  replay(open(roster), leads, endings).given.map(({ given }) => given.ownerId);

test('who was away that day got none, before and after they did', () => {
  const roster = [row('a'), row('b', { absentFrom: '2026-01-02', absentUntil: '2026-01-02' })];
  const leads = ['01', '01', '02', '02', '03', '03'].map((day, i) => lead(i, `2026-01-${day}`));
  expect(owners(roster, leads)).toEqual(['a', 'b', 'a', 'a', 'a', 'b']);
});

test('a lead weighs until the day it ended, one held before as well', () => {
  const full = [row('a', { capacity: 1, openLoad: 1 })];
  const leads = [
    lead(1, '2026-01-01'),
    lead(2, '2026-01-03', { endedOn: '2026-01-04' }),
    lead(3, '2026-01-04'),
    lead(4, '2026-01-05'),
  ];
  expect(owners(full, leads, new Map([['2026-01-02', ['a']]]))).toEqual(['admin', 'a', 'admin', 'a']);
});

test('it tells who would have got how many beside what they had, their peak, and what nobody could take', () => {
  const distribution = open([row('a', { capacity: 1 }), row('b', { capacity: 2 })]);
  const leads = [1, 2, 3, 4].map((id) => lead(id, '2026-01-01'));
  const told = tellReplay(replay(distribution, leads, new Map()), distribution.takers(), new Map([['r', '轮流']]));
  expect(told).toMatchObject({ leads: 4, moved: 3, unassigned: 1, rules: [{ name: '轮流', would: 3 }] });
  expect(told.people).toEqual([
    { memberId: 'b', name: 'b', would: 2, had: 0, peak: 2, capacity: 2 },
    { memberId: 'a', name: 'a', would: 1, had: 4, peak: 1, capacity: 1 },
  ]);
  expect(told.samples).toMatchObject([{ leadId: '4', title: '线索4' }]);
});
