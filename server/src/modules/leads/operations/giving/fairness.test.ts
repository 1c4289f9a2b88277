import {
  assignmentFairness,
  listAssignmentRules,
  listGifts,
  refuseLead,
  saveAssignmentRules,
  simulateAssignment,
} from '@dealtrail/protocol/leads';
import { listMembers, updateMember } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { buildLead } from '../../testing/build-lead.ts';

const nothing = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };
const inTurn = (name: string, memberIds: string[]) => ({
  name,
  active: true,
  conditions: nothing,
  departmentIds: [],
  memberIds,
  supervisorFirst: false,
  strategy: 'round_robin' as const,
});
const PERIOD = { from: '2026-03-01', to: '2026-03-31' };

test('what everybody got stands beside what was fairly theirs, with why less came, and opens its leads', async () => {
  (await testHouse()).time.set(TEST_START);
  const { admin, marketing, a, b, c, d } = await company({
    admin: { role: 'administrator', name: '管理员' },
    marketing: { role: 'marketing' },
    a: { role: 'representative', department: 'North', name: '甲' },
    b: { role: 'representative', department: 'North', name: '乙' },
    c: { role: 'representative', department: 'North', name: '丙' },
    d: { role: 'representative', department: 'North', name: '丁' },
  });
  const members = (await admin.call(listMembers, {})).body.items;
  const change = (id: string, body: object) =>
    admin.call(updateMember, {
      params: { id },
      body: { version: members.find((member) => member.id === id)?.version ?? 0, ...body },
    });
  await change(c.memberId, { absentFrom: '2026-03-16', absentUntil: '2026-03-20' });
  await change(d.memberId, { leadCapacity: 0 });
  const team = [a, b, c, d].map(({ memberId }) => memberId);
  const saved = await admin.call(saveAssignmentRules, { body: { items: [inTurn('轮流', team)] } });
  const ruleId = saved.body.items[0]?.id ?? '';
  const leads = [];
  for (let i = 0; i < 4; i += 1) leads.push(await buildLead(marketing));
  const first = leads[0];
  const owner = first?.ownerId === a.memberId ? a : b;
  await owner.call(refuseLead, { params: { id: first?.id ?? '' }, body: { reason: 'no_capacity' } });

  const told = (await admin.call(assignmentFairness, { query: PERIOD })).body.items;
  expect(told).toMatchObject([{ ruleId, name: '轮流', given: 5 }]);
  const shareOf = (name: string) => told[0]?.people.find((person) => person.name === name);
  // Four leads among four, and the refused one once more among the three who may have it.
  expect(shareOf('丙')).toMatchObject({ expected: 1.3, missedAbsent: 1.3, absentDays: 1, missedFull: 0, received: 0 });
  expect(shareOf('丁')).toMatchObject({ expected: 1.3, missedAbsent: 0, missedFull: 1.3, received: 0 });
  expect(shareOf(owner === a ? '甲' : '乙')).toMatchObject({ expected: 1, received: 2, refused: 1 });
  const query = { ...PERIOD, ruleId, memberId: owner.memberId };
  const gifts = (await admin.call(listGifts, { query })).body.items;
  expect([gifts.length, gifts.filter(({ refused }) => refused).length]).toEqual([2, 1]);
  expect((await a.call(assignmentFairness, { query: PERIOD })).status).toBe(403);

  const replayed = await admin.call(simulateAssignment, {
    body: { ...PERIOD, items: [inTurn('只给乙', [b.memberId])] },
  });
  expect(replayed.body).toMatchObject({ leads: 4, unassigned: 0, rules: [{ name: '只给乙', would: 4 }] });
  expect(replayed.body.people.map(({ name, would, had }) => [name, would, had])).toEqual([
    ['乙', 4, 2],
    ['甲', 0, 2],
  ]);
  expect((await admin.call(listAssignmentRules, {})).body.items).toMatchObject([{ name: '轮流' }]);
});
