import { saveAssignmentRules } from '@dealtrail/protocol/leads';
import { listMembers, listSkills, updateMember } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../../testing/test-house.ts';
import { buildLead } from '../../testing/build-lead.ts';

const people = { admin: { role: 'administrator' }, rep: { role: 'representative', department: 'North' } } as const;

const nothing = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };

const save = (admin: Caller, chosen: { memberIds?: string[]; departmentIds?: string[] }) =>
  admin.call(saveAssignmentRules, {
    body: {
      items: [
        {
          name: '华东',
          active: true,
          conditions: nothing,
          departmentIds: chosen.departmentIds ?? [],
          memberIds: chosen.memberIds ?? [],
          supervisorFirst: false,
        },
      ],
    },
  });

test('a rule names members and departments that are there', async () => {
  const { admin, rep, department } = await company(people);
  const answer = await save(admin, { memberIds: [rep.memberId], departmentIds: [department('North')] });
  expect([answer.status, answer.body.items[0]?.memberIds]).toEqual([200, [rep.memberId]]);
});

test('a rule cannot name strangers, departments of others or who has left', async () => {
  const { admin, rep } = await company(people);
  const other = await company(people);
  for (const chosen of [{ memberIds: [other.rep.memberId] }, { departmentIds: [other.department('North')] }]) {
    const refused = await save(admin, chosen);
    expect([refused.status, refused.problem.code]).toEqual([422, 'reference_missing']);
  }
  const [member] = (await admin.call(listMembers, { query: { q: 'rep' } })).body.items;
  const version = member?.version ?? 0;
  await admin.call(updateMember, { params: { id: rep.memberId }, body: { version, active: false } });
  expect((await save(admin, { memberIds: [rep.memberId] })).problem.code).toBe('reference_missing');
});

test('a rule takes turns among those who can, and remembers whose turn it is', async () => {
  const { admin, rep, mate, marketing } = await company({
    ...people,
    mate: { role: 'representative', department: 'North' },
    third: { role: 'representative', department: 'North' },
    marketing: { role: 'marketing' },
  });
  const members = (await admin.call(listMembers, {})).body.items;
  for (const { memberId } of [rep, mate]) {
    const version = members.find(({ id }) => id === memberId)?.version ?? 0;
    const skilled = await admin.call(updateMember, {
      params: { id: memberId },
      body: { version, skills: ['医疗', '英语', '医疗'] },
    });
    expect(skilled.body.skills).toEqual(['医疗', '英语']);
  }
  expect((await rep.call(listSkills, {})).body.items).toEqual([
    { name: '医疗', members: 2 },
    { name: '英语', members: 2 },
  ]);
  const saved = await admin.call(saveAssignmentRules, {
    body: {
      items: [
        {
          name: '医疗',
          active: true,
          conditions: nothing,
          departmentIds: [],
          memberIds: [],
          supervisorFirst: false,
          skills: ['医疗'],
          strategy: 'round_robin',
        },
      ],
    },
  });
  expect(saved.body.items[0]).toMatchObject({ strategy: 'round_robin', skills: ['医疗'], weights: {} });
  const owners = [];
  for (let i = 0; i < 4; i += 1) owners.push((await buildLead(marketing)).ownerId);
  const [first, second] = [rep.memberId, mate.memberId].toSorted();
  expect(owners).toEqual([first, second, first, second]);
});
