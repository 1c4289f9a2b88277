import { listAssignmentRules, listLeads, saveAssignmentRules, tryAssignmentRules } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { buildLead } from '../../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  north: { role: 'representative', department: 'North', name: '李雷' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  marketing: { role: 'marketing', name: '市场小周' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const anything = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };
const rule = (name: string, conditions: Partial<Record<keyof typeof anything, string[]>>, memberIds: string[]) => ({
  name,
  active: true,
  conditions: { ...anything, ...conditions },
  departmentIds: [],
  memberIds,
  supervisorFirst: false,
});

const firm = () => company(people);

test.each([
  [{ regions: ['华南'] }, { city: '广州' }, 'leads.why.assign.rule_with_facts'],
  [{ industries: ['制造'] }, { industry: '通用设备制造业' }, 'leads.why.assign.rule_with_facts'],
  [{ customerTypes: ['government'] }, { customerType: 'government' }, 'leads.why.assign.type_government'],
  [{ priorities: ['high'] }, { priority: 'high' }, 'leads.why.assign.priority_high'],
  [{ sources: ['exhibition'] }, { source: '展会' }, 'leads.why.assign.source'],
] as const)('a draft that asks for %o is tried on a lead with %o and says why', async (conditions, lead, reason) => {
  const { admin, south, north } = await firm();
  const draft = [
    rule('南区', conditions as unknown as Record<'regions', string[]>, [south.memberId]),
    rule('其余', {}, [north.memberId]),
  ];
  const tried = await admin.call(tryAssignmentRules, { body: { items: draft, lead } });
  expect(tried.status).toBe(200);
  expect(tried.body.items).toMatchObject([{ leadId: null, ownerName: '赵敏', how: 'rule', ruleName: '南区' }]);
  expect(tried.body.items[0]?.why.map(({ key }) => key)).toContain(reason);
  const other = await admin.call(tryAssignmentRules, { body: { items: draft, lead: { industry: '教育' } } });
  expect(other.body.items).toMatchObject([{ ownerName: '李雷', ruleName: '其余' }]);
});

test('the latest leads are taken from their owners and given out anew; nothing is saved', async () => {
  const { admin, marketing, north, south } = await firm();
  await admin.call(saveAssignmentRules, { body: { items: [rule('北区', {}, [north.memberId])] } });
  for (let n = 0; n < 4; n += 1) await buildLead(marketing);
  const own = await buildLead(north);
  const draft = [rule('平分', {}, [north.memberId, south.memberId])];
  const { body } = await admin.call(tryAssignmentRules, { body: { items: draft, last: 50 } });
  expect(body.items).toHaveLength(4);
  expect(body.items.map(({ leadId }) => leadId)).not.toContain(own.id);
  expect(body.items.every(({ holderName }) => holderName === '李雷')).toBe(true);
  // 李雷 keeps the own find, so that the shares of all five are 3 and 2, or 2 and 3.
  const got = new Map(body.shares.map(({ name, got: count }) => [name, count]));
  expect([(got.get('李雷') ?? 0) + (got.get('赵敏') ?? 0), body.moved]).toEqual([4, got.get('赵敏')]);
  expect(Math.abs((got.get('李雷') ?? 0) + 1 - (got.get('赵敏') ?? 0))).toBe(1);
  expect(body.shares.find(({ name }) => name === '李雷')?.openBefore).toBe(1);
  expect((await admin.call(listAssignmentRules, {})).body.items).toMatchObject([{ name: '北区' }]);
  const held = (await admin.call(listLeads, {})).body.items;
  expect(new Set(held.map(({ ownerName }) => ownerName))).toEqual(new Set(['李雷']));
});

test('what no rule takes goes to an administrator by name, in a trial too', async () => {
  const { admin, north } = await firm();
  const draft = [rule('西南', { regions: ['西南'] }, [north.memberId])];
  const { body } = await admin.call(tryAssignmentRules, { body: { items: draft, lead: { city: '上海' } } });
  expect(body.items).toMatchObject([{ ownerName: '管理员', how: 'fallback', ruleName: null }]);
});

test('one of lead and last is asked for, by those who keep the rules', async () => {
  const { admin, north } = await firm();
  expect((await admin.call(tryAssignmentRules, { body: {} })).status).toBe(422);
  expect((await admin.call(tryAssignmentRules, { body: { last: 5, lead: {} } })).status).toBe(422);
  expect((await north.call(tryAssignmentRules, { body: { last: 5 } })).status).toBe(403);
});
