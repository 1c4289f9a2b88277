import { addTouch, createLead, getLead, listTouches, mapSource, unlistedSources } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, leadFactsFor } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

test('a later touch is dated and named, and the first source never changes', async () => {
  const { time } = await testHouse();
  const { rep, other } = await company(people);
  const { id } = await buildLead(rep, { source: '官网' });
  time.advance(86_400_000);
  const touched = await rep.call(addTouch, { params: { id }, body: { source: '展会', note: '在展台又见面' } });
  expect([touched.status, touched.body.source]).toEqual([201, 'exhibition']);
  expect((await rep.call(listTouches, { params: { id } })).body.items).toMatchObject([
    { source: 'exhibition', via: 'api', memberName: '李雷', note: '在展台又见面', at: '2026-03-19T02:12:00.000Z' },
  ]);
  const lead = (await rep.call(getLead, { params: { id } })).body;
  expect([lead.source, lead.lastSource]).toEqual(['website', 'exhibition']);
  expect((await other.call(listTouches, { params: { id } })).status).toBe(404);
  expect((await other.call(addTouch, { params: { id }, body: { source: '展会' } })).status).toBe(404);
});

test('the same outer id sent again is a touch, not a second lead; its blanks are filled', async () => {
  const { rep } = await company(people);
  const first = await buildLead(rep, { externalId: 'WEB-17', wechat: null });
  const facts = leadFactsFor({
    externalId: 'WEB-17',
    source: '搜索引擎',
    wechat: 'lumz88',
    companyName: first.companyName,
  });
  const again = await rep.call(createLead, { body: facts });
  expect([again.status, again.body.id, again.body.joined]).toEqual([201, first.id, true]);
  expect(again.body).toMatchObject({ source: 'website', lastSource: 'search', wechat: expect.stringContaining('*') });
  expect((await rep.call(listTouches, { params: { id: first.id } })).body.items).toHaveLength(1);
});

test('a duplicate joins the lead in sight when asked to, and makes a new one where it is not in sight', async () => {
  const { rep, other } = await company(people);
  const first = await buildLead(rep, { companyName: '青岛海光机械有限公司' });
  const body = leadFactsFor({ companyName: '青岛海光机械', source: '展会', onDuplicate: 'join' });
  const joined = await rep.call(createLead, { body });
  expect([joined.body.id, joined.body.joined]).toEqual([first.id, true]);
  const apart = await other.call(createLead, { body });
  expect([apart.body.joined, apart.body.duplicates[0]?.visible]).toEqual([false, false]);
});

test('a touch on no list waits in the tray and is mapped with its lead', async () => {
  const { rep, admin } = await company(people);
  const { id } = await buildLead(rep, { source: '官网' });
  await rep.call(addTouch, { params: { id }, body: { source: '地铁灯箱' } });
  expect((await admin.call(unlistedSources, {})).body.items).toEqual([{ text: '地铁灯箱', count: 1 }]);
  expect((await admin.call(mapSource, { body: { text: '地铁灯箱', to: 'media' } })).body.changed).toBe(1);
  const lead = (await rep.call(getLead, { params: { id } })).body;
  expect([lead.source, lead.lastSource]).toEqual(['website', 'media']);
});

test('待补充 ticked by a person holds although nothing is missing, until it is taken back', async () => {
  const { rep } = await company(people);
  const lead = await buildLead(rep, { incomplete: true });
  expect([lead.complete, lead.missing, lead.markedIncomplete]).toEqual([false, ['marked'], true]);
  expect(lead.clocks.map(({ policyKey }) => policyKey)).toContain('complete_lead');
});
