import { listSources, mapSource, unlistedSources } from '@dealtrail/protocol/leads';
import { timeline } from '@dealtrail/protocol/activities';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';
import { getLead } from '@dealtrail/protocol/leads';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

test('a tray entry given a listed source takes all its leads along, and later ones with the same text', async () => {
  const { rep, admin } = await company(people);
  const leads = [
    await buildLead(rep, { source: '老客口碑', need: '请报价' }),
    await buildLead(rep, { source: '老客口碑' }),
  ];
  await buildLead(rep, { source: '地铁灯箱' });
  expect((await admin.call(unlistedSources, {})).body.items).toEqual([
    { text: '老客口碑', count: 2 },
    { text: '地铁灯箱', count: 1 },
  ]);
  expect(leads[0]?.intent).toBe('medium');
  const mapped = await admin.call(mapSource, { body: { text: '老客口碑', to: '转介绍' } });
  expect(mapped.body).toEqual({ changed: 2 });
  const after = (await rep.call(getLead, { params: { id: leads[0]?.id ?? '' } })).body;
  // Asking for a price through a referral is a strong sign.
  expect(after).toMatchObject({ source: 'referral', sourceListed: true, intent: 'high' });
  expect(await buildLead(rep, { source: ' 老客 口碑 ' })).toMatchObject({ source: 'referral', sourceListed: true });
  const lines = (await rep.call(timeline, { params: { id: after.id } })).body.items;
  expect(lines[0]).toMatchObject({
    type: 'leads.source_mapped',
    text: { params: { from: '老客口碑', to: '转介绍', by: '管理员' } },
  });
  expect((await admin.call(unlistedSources, {})).body.items).toEqual([{ text: '地铁灯箱', count: 1 }]);
});

test('the text itself may become a source of the organisation', async () => {
  const { rep, admin } = await company(people);
  const lead = await buildLead(rep, { source: '地铁灯箱' });
  await admin.call(mapSource, { body: { text: '地铁灯箱', to: '地铁灯箱' } });
  const own = (await rep.call(listSources, {})).body.items.filter(({ shipped }) => !shipped);
  expect(own).toMatchObject([{ name: '地铁灯箱' }]);
  expect((await rep.call(getLead, { params: { id: lead.id } })).body).toMatchObject({
    source: own[0]?.key,
    sourceListed: true,
  });
  expect((await buildLead(rep, { source: '地铁灯箱' })).source).toBe(own[0]?.key);
});

test('a name that is no source is refused; the tray is for those who keep the rules', async () => {
  const { rep, admin } = await company(people);
  await buildLead(rep, { source: '地铁灯箱' });
  const wrong = await admin.call(mapSource, { body: { text: '地铁灯箱', to: '公交灯箱' } });
  expect([wrong.status, wrong.problem.code]).toEqual([422, 'source_unknown']);
  expect((await rep.call(unlistedSources, {})).status).toBe(403);
});
