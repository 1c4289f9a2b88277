import { listTasks, timeline } from '@dealtrail/protocol/activities';
import {
  assignLead,
  createLead,
  type Lead,
  listAssignmentRules,
  listLeads,
  saveAssignmentRules,
} from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { updateMember, listMembers } from '@dealtrail/protocol/organization';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, leadFactsFor } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  north1: { role: 'representative', department: 'North', name: '李雷' },
  north2: { role: 'representative', department: 'North/Second', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing', name: '市场小周' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const anything = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };
type Wanted = {
  name: string;
  conditions?: Partial<Record<keyof typeof anything, string[]>>;
  departmentIds?: string[];
  memberIds?: string[];
  supervisorFirst?: boolean;
};

const setRules = (admin: Caller, rules: readonly Wanted[]) =>
  admin.call(saveAssignmentRules, {
    body: {
      items: rules.map((rule) => ({
        active: true,
        departmentIds: [],
        memberIds: [],
        supervisorFirst: false,
        ...rule,
        conditions: { ...anything, ...rule.conditions },
      })),
    },
  });

async function change(admin: Caller, memberId: string, facts: object): Promise<void> {
  const member = (await admin.call(listMembers, {})).body.items.find(({ id }) => id === memberId);
  const answer = await admin.call(updateMember, {
    params: { id: memberId },
    body: { version: member?.version ?? 0, ...facts },
  });
  expect(answer.status).toBe(200);
}

const ownersOf = (leads: readonly Lead[]) => leads.map(({ ownerName }) => ownerName);
const tally = (owners: readonly (string | null)[]) => {
  const counts: Record<string, number> = {};
  for (const name of owners) counts[name ?? ''] = (counts[name ?? ''] ?? 0) + 1;
  return counts;
};
const give = async (by: Caller, count: number, facts: object = {}) => {
  const leads: Lead[] = [];
  for (let n = 0; n < count; n += 1) leads.push(await buildLead(by, facts));
  return leads;
};

test('without rules of their own, representatives share what others bring by their load', async () => {
  const { admin, marketing } = await company(people);
  expect((await admin.call(listAssignmentRules, {})).body.items).toMatchObject([{ name: '按负荷平均分配' }]);
  const owners = ownersOf(await give(marketing, 6));
  expect(tally(owners)).toEqual({ 李雷: 2, 韩梅: 2, 赵敏: 2 });
});

describe('rules', () => {
  test('the first that fits decides, and the history names it with its reasons', async () => {
    const { admin, marketing, department } = await company(people);
    await setRules(admin, [
      { name: '华南找南区', conditions: { regions: ['华南'] }, departmentIds: [department('South')] },
      { name: '其余找北区', departmentIds: [department('North')] },
    ]);
    const south = await buildLead(marketing, { city: '广州' });
    expect(south).toMatchObject({ ownerName: '赵敏', departmentName: 'South' });
    const history = await admin.call(timeline, { params: { id: south.id } });
    const assigned = history.body.items.find(({ type }) => type === 'leads.assigned');
    expect(assigned?.text?.params.whyZh).toContain('按规则“华南找南区”分配：华南');
    expect(['李雷', '韩梅']).toContain((await buildLead(marketing, { city: '上海' })).ownerName);
  });

  test('a department takes in those below it; its supervisor gets leads only where supervisors come first', async () => {
    const { admin, marketing, department } = await company(people);
    await setRules(admin, [
      {
        name: '制造业主管优先',
        conditions: { industries: ['制造'] },
        departmentIds: [department('North')],
        supervisorFirst: true,
      },
      { name: '北区', departmentIds: [department('North')] },
    ]);
    expect((await buildLead(marketing, { industry: '通用设备制造业' })).ownerName).toBe('王总');
    expect(tally(ownersOf(await give(marketing, 4)))).toEqual({ 李雷: 2, 韩梅: 2 });
  });

  test('shares follow capacity; who is away or full gets nothing', async () => {
    const { admin, marketing, north1, north2, south } = await company(people);
    await change(admin, north1.memberId, { leadCapacity: 4 });
    await change(admin, north2.memberId, { leadCapacity: 2 });
    await change(admin, south.memberId, { absentFrom: '2026-03-16', absentUntil: '2026-03-20' });
    const owners = ownersOf(await give(marketing, 7));
    expect(owners.filter((name) => name === '李雷')).toHaveLength(4);
    expect(owners.filter((name) => name === '韩梅')).toHaveLength(2);
    expect(owners.at(-1)).toBe('管理员');
  });

  test('a lead nobody can take goes to an administrator by name, who hears of it', async () => {
    const house = await testHouse();
    const { admin, marketing, south, orgId, department } = await company(people);
    await setRules(admin, [{ name: '西南', conditions: { regions: ['西南'] }, departmentIds: [department('South')] }]);
    const lead = await buildLead(marketing, {
      city: '上海',
      industry: '制造业',
      need: '采购50台设备，预算已批',
      budgetMinor: 90_000_000,
    });
    expect(lead).toMatchObject({ ownerName: '管理员', state: 'assigned', priority: 'high' });
    expect(lead.assignedWhy.map(({ key }) => key)).toEqual(['leads.why.assign.no_rule', 'leads.why.assign.fallback']);
    expect(lead.clocks.map(({ policyKey }) => policyKey)).toContain('assign_high');
    await house.drain(orgId);
    const told = (await admin.call(listNotifications, {})).body.items;
    expect(told.map(({ text }) => text.key)).toContain('leads.notice.assigned_fallback');
    const handed = await admin.call(assignLead, {
      params: { id: lead.id },
      body: { version: lead.version, ownerId: south.memberId, reason: '人手已到位' },
    });
    expect(handed.body.clocks.find(({ policyKey }) => policyKey === 'assign_high')?.state).toBe('met');
  });

  test('two leads at the same moment see each other’s load', async () => {
    const { marketing } = await company(people);
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => marketing.call(createLead, { body: leadFactsFor() })),
    );
    const owners = answers.map(({ body }) => body.ownerName);
    for (const name of ['李雷', '韩梅', '赵敏']) expect(owners.filter((owner) => owner === name)).toHaveLength(3);
  });

  test('are kept in order, changed and removed as a whole, by those who may', async () => {
    const { admin, north1 } = await company(people);
    const first = await setRules(admin, [{ name: '甲' }, { name: '乙' }]);
    expect(first.body.items.map(({ name, position }) => [name, position])).toEqual([
      ['甲', 1],
      ['乙', 2],
    ]);
    const [one, two] = first.body.items;
    const { version: _one, position: _p, ...kept } = two!;
    const second = await admin.call(saveAssignmentRules, { body: { items: [{ ...kept, name: '乙改' }] } });
    expect(second.body.items).toMatchObject([{ id: two?.id, name: '乙改', position: 1 }]);
    expect(second.body.items.some(({ id }) => id === one?.id)).toBe(false);
    expect((await north1.call(listAssignmentRules, {})).status).toBe(403);
  });
});

describe('who finds a lead', () => {
  test('a representative and a supervisor keep their own find, unless they ask for the rules', async () => {
    const { north1, boss, admin, department } = await company(people);
    await setRules(admin, [{ name: '南区', departmentIds: [department('South')] }]);
    expect((await buildLead(north1)).ownerName).toBe('李雷');
    expect((await buildLead(boss)).ownerName).toBe('王总');
    const handedOn = await north1.call(createLead, { body: leadFactsFor({ assign: 'rules' }) });
    expect([handedOn.status, handedOn.body.ownerName]).toEqual([201, '赵敏']);
    expect((await north1.call(listLeads, {})).body.items).toHaveLength(1);
  });

  test('who follows up no leads cannot keep one', async () => {
    const { marketing } = await company(people);
    const answer = await marketing.call(createLead, { body: leadFactsFor({ assign: 'mine' }) });
    expect([answer.status, answer.problem.fields?.[0]?.path]).toEqual([422, 'assign']);
  });
});

test('the new owner finds the first-touch task, a message and a mail with the due moment; the finder gets none', async () => {
  const house = await testHouse();
  const { marketing, north1, admin, orgId } = await company(people);
  await setRules(admin, [{ name: '李雷', memberIds: [north1.memberId] }]);
  const lead = await buildLead(marketing, { need: '采购50台办公电脑', phone: '13895672046' });
  const own = await buildLead(north1);
  await house.drain(orgId);
  const tasks = await north1.call(listTasks, { params: { id: lead.id } });
  expect(tasks.body.items).toMatchObject([
    {
      kind: 'first_touch',
      ownerName: '李雷',
      dueAt: '2026-03-19T02:12:00.000Z',
      title: { key: 'leads.task.first_touch' },
    },
  ]);
  const told = (await north1.call(listNotifications, {})).body.items;
  expect(told.filter(({ recordId }) => recordId === lead.id)).toMatchObject([
    {
      kind: 'leads.assigned',
      mail: 'not_configured',
      text: { params: { due: '2026-03-19 10:12', title: lead.title } },
    },
  ]);
  expect(told.filter(({ recordId }) => recordId === own.id)).toEqual([]);
  const [mail] = await house.services.database.readRows<{ kind: string; params: Record<string, string> }>(orgId, {
    text: `select kind, params from seen.mails where org_id = $1`,
    values: [orgId],
  });
  expect(mail).toMatchObject({
    kind: 'lead_assigned',
    params: { dueAt: '2026-03-19T02:12:00.000Z', companyName: lead.title, recipientName: '李雷' },
  });
  expect(JSON.stringify(mail)).not.toContain('95672046');
});
