import { getLead, listLeads, startImport } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { listMembers, updateMember } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';

/** Most open leads of each person; the two away have room too. Those present: 1 030. */
const limits = [50, 80, 100, 120, 130, 150, 200, 200, 90, 160];
const away = [8, 9];

const names = limits.map((_, i) => `rep${i}`);

async function takeIn(caller: Caller, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, i) => `湖州拓岚${from + i}号机电有限公司,陆明舟,展会`);
  const sent = await caller.inject({
    method: 'POST',
    url: `/api/v1${startImport.path}`,
    ...form({
      file: ['公司,联系人,来源', ...rows].join('\n'),
      name: '展会名单.csv',
      fields: { mapping: JSON.stringify({ 公司: 'companyName', 联系人: 'contactName', 来源: 'source' }) },
    }),
  });
  expect(sent.status).toBe(202);
  await (await testHouse()).drain(caller.orgId);
}

/** Open leads by owner, as the database has them. */
async function loads(orgId: string): Promise<Map<string | null, number>> {
  const { services } = await testHouse();
  const rows = await services.database.readRows<{ ownerId: string | null; count: number }>(orgId, {
    text: 'select owner_id, count(*)::int as count from seen.leads where org_id = $1 group by owner_id',
    values: [orgId],
  });
  return new Map(rows.map(({ ownerId, count }) => [ownerId, count]));
}

test('1 000 leads of a file over ten people, two of them away: nobody over their limit, nobody away, shares as the limits', {
  timeout: 180_000,
}, async () => {
  const { time } = await testHouse();
  time.set(TEST_START);
  const made = await company({
    ...Object.fromEntries(names.map((name) => [name, { role: 'representative' as const, department: 'North', name }])),
    admin: { role: 'administrator', name: '管理员' },
  });
  const { admin, orgId } = made;
  const members = (await admin.call(listMembers, { query: { limit: 50 } })).body.items;
  const ids = names.map((name) => members.find((member) => member.name === name)?.id ?? '');
  for (const [i, id] of ids.entries()) {
    const version = members.find((member) => member.id === id)?.version ?? 0;
    const absence = away.includes(i) ? { absentFrom: '2026-03-16', absentUntil: '2026-03-20' } : {};
    const changed = await admin.call(updateMember, {
      params: { id },
      body: { version, leadCapacity: limits[i] ?? 0, ...absence },
    });
    expect(changed.status).toBe(200);
  }

  await takeIn(admin, 0, 1_000);
  const room = limits.reduce((sum, limit, i) => sum + (away.includes(i) ? 0 : limit), 0);
  const held = await loads(orgId);
  expect(held.has(null)).toBe(false);
  for (const [i, id] of ids.entries()) {
    const limit = limits[i] ?? 0;
    const share = away.includes(i) ? 0 : (1_000 * limit) / room;
    const got = held.get(id) ?? 0;
    expect(got, `${names[i]}`).toBeLessThanOrEqual(limit);
    expect(Math.abs(got - share), `${names[i]} has ${got} of ${share}`).toBeLessThanOrEqual(away.includes(i) ? 0 : 1);
  }
  expect(ids.reduce((sum, id) => sum + (held.get(id) ?? 0), 0)).toBe(1_000);

  // 30 places are left: who comes after them goes to the administrator by name, who is told so.
  await takeIn(admin, 1_000, 1_040);
  const full = await loads(orgId);
  expect(full.has(null)).toBe(false);
  expect(ids.map((id) => full.get(id) ?? 0)).toEqual(limits.map((limit, i) => (away.includes(i) ? 0 : limit)));
  expect(full.get(admin.memberId)).toBe(10);
  const told = (await admin.call(listNotifications, {})).body.items;
  expect(told.find(({ text }) => text.key === 'leads.notice.assigned_many_fallback')?.text.params['count']).toBe(10);
  const mine = JSON.stringify({ field: 'ownerId', op: 'eq', value: admin.memberId });
  const [one] = (await admin.call(listLeads, { query: { filter: mine } })).body.items;
  const { body: lead } = await admin.call(getLead, { params: { id: one?.id ?? '' } });
  expect(lead.assignedWhy.map(({ key }) => key)).toEqual([
    'leads.why.assign.rule_without_room',
    'leads.why.assign.fallback',
  ]);

  // A full representative keeps what they find themselves.
  const finder = (made as Record<string, unknown>)['rep0'] as Caller;
  expect((await buildLead(finder)).ownerId).toBe(ids[0]);
});
