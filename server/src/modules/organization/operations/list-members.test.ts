import { listMembers, type MemberQuery, updateMember } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company, type Person } from '../../../testing/test-house.ts';

const people = {
  admin: { role: 'administrator', name: '林向晚' },
  zhou: { role: 'representative', department: 'Sales/North', name: '周予安' },
  zeng: { role: 'supervisor', department: 'Sales', supervises: 'Sales', name: '曾国荃' },
  anna: { role: 'finance', department: 'Books', name: 'Anna Li' },
} as const;

async function named(caller: Caller, query: MemberQuery): Promise<string[]> {
  const { body } = await caller.call(listMembers, { query });
  return body.items.map(({ name }) => name);
}

test('members stand in the order of their pinyin and are found by name, pinyin, initials and address', async () => {
  const { admin, zhou } = await company(people);
  await admin.call(updateMember, {
    params: { id: zhou.memberId },
    body: { version: 1, mobile: '13812345678', staffNumber: 'HC-007' },
  });
  expect(await named(admin, {})).toEqual(['Anna Li', '林向晚', '曾国荃', '周予安']);
  for (const q of ['予安', 'zhouyu', 'ZYA', 'zhou yu', '12345678', 'hc-0', 'zhou.']) {
    expect(await named(admin, { q }), q).toEqual(['周予安']);
  }
  expect(await named(admin, { q: '%' })).toEqual([]);
});

test('members are narrowed by department with what is below, role, absence and activity', async () => {
  const { admin, zhou, anna, department } = await company(people);
  expect(await named(admin, { department: department('Sales') })).toEqual(['曾国荃', '周予安']);
  expect(await named(admin, { department: 'none' })).toEqual(['林向晚']);
  expect(await named(admin, { role: 'finance' })).toEqual(['Anna Li']);
  const edit = (id: string, body: object) =>
    admin.call(updateMember, { params: { id }, body: { version: 1, ...body } });
  await edit(zhou.memberId, { absentFrom: '2026-03-18' });
  await edit(anna.memberId, { active: false });
  expect(await named(admin, { state: 'absent' })).toEqual(['周予安']);
  expect(await named(admin, { state: 'inactive' })).toEqual(['Anna Li']);
  expect(await named(admin, { state: 'active', q: 'a' })).not.toContain('Anna Li');
});

test('walking through the pages gives everybody once, namesakes too', async () => {
  const crowd: Record<'admin' | `p${number}`, Person> = { admin: { role: 'administrator' } };
  for (let i = 0; i < 9; i += 1) crowd[`p${i}`] = { role: 'representative', name: i < 5 ? '王伟' : `王${i}` };
  const { admin } = await company<'admin'>(crowd);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await admin.call(listMembers, { query: { limit: 3, ...(cursor ? { cursor } : {}) } });
    expect(body).not.toHaveProperty('total');
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
  const counted = await admin.call(listMembers, { query: { limit: 0, total: 'capped', q: 'wang' } });
  expect(counted.body).toEqual({ items: [], nextCursor: null, total: { count: 9, exact: true } });
});

test.each(['nonsense', Buffer.from('["a","b"]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
  'the cursor %s is refused',
  async (cursor) => {
    const { admin } = await company({ admin: { role: 'administrator' } });
    const answer = await admin.call(listMembers, { query: { cursor } });
    expect([answer.status, answer.problem.code]).toEqual([400, 'cursor_invalid']);
  },
);
