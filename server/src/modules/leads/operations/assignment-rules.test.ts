import { saveAssignmentRules } from '@dealtrail/protocol/leads';
import { listMembers, updateMember } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../testing/test-house.ts';

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
