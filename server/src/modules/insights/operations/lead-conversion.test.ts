import { type ConversionGroup, leadConversion } from '@dealtrail/protocol/insights';
import { addTouch, listLeads } from '@dealtrail/protocol/leads';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Caller } from '../../../testing/test-house.ts';
import { buildLead } from '../../leads/testing/build-lead.ts';
import { type Fate, oldCompany, tell } from '../testing/lead-stories.ts';
import type { ConversionKey } from '../store/conversion-query.ts';
import { behind } from '../testing/list-sizes.ts';

const firm = () =>
  oldCompany({
    one: { role: 'representative', department: 'North', name: '周予安' },
    two: { role: 'representative', department: 'North/West', name: '沈牧' },
    far: { role: 'representative', department: 'South', name: '唐疏影' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  });

const ask = async (caller: Caller, query: { by: ConversionKey; from?: string; to?: string }) => {
  const { status, body } = await caller.call(leadConversion, { query });
  expect(status).toBe(200);
  return body;
};

async function expectRecordsBehind(
  caller: Caller,
  group: Pick<ConversionGroup, 'leads' | 'converted' | 'drill' | 'drillConverted'>,
) {
  expect(await behind(caller, 'leads', group.drill)).toBe(group.leads);
  expect(await behind(caller, 'leads', group.drillConverted)).toBe(group.converted);
}

test('only signings convert: a win by word, a qualified and a lost lead do not', async () => {
  const { one } = await firm();
  for (const fate of ['signed', 'won_by_word', 'qualified', 'lost', 'invalid', 'open'] as const)
    await tell({ by: one, fate });
  const { total } = await ask(one, { by: 'source' });
  expect(total).toMatchObject({
    leads: 6,
    invalid: 1,
    converted: 1,
    signed: [{ currency: 'CNY', signedMinor: 1_000_000 }],
  });
});

test('a rate is shown from ten leads on, with and without the invalid ones', async () => {
  const { one } = await firm();
  const fates: Fate[] = ['signed', 'signed', 'signed', 'invalid', 'invalid', 'open', 'open', 'open', 'open'];
  for (const fate of fates) await tell({ by: one, fate, source: '展会' });
  expect((await ask(one, { by: 'source' })).total).toMatchObject({ leads: 9, converted: 3, rate: null });
  for (const fate of ['open', 'open', 'open'] as const) await tell({ by: one, fate, source: '展会' });
  const { groups } = await ask(one, { by: 'source' });
  expect(groups).toMatchObject([
    { key: 'exhibition', name: '展会咨询', leads: 12, converted: 3, rate: 25, rateWithoutInvalid: 30 },
  ]);
});

test('a lead that came again counts under its first source, or under its last where that is asked', async () => {
  const { one } = await firm();
  await tell({ by: one, fate: 'open', source: '展会' });
  await tell({ by: one, fate: 'open', source: '展会' });
  const [lead] = (await one.call(listLeads, {})).body.items;
  await one.call(addTouch, { params: { id: lead?.id ?? '' }, body: { source: '官网' } });
  const names = async (by: ConversionKey) => (await ask(one, { by })).groups.map(({ key, leads }) => [key, leads]);
  expect(await names('source')).toEqual([['exhibition', 2]]);
  expect(new Map((await names('lastSource')) as [string, number][])).toEqual(
    new Map([
      ['exhibition', 1],
      ['website', 1],
    ]),
  );
  for (const group of (await ask(one, { by: 'lastSource' })).groups) await expectRecordsBehind(one, group);
});

test('the cycle runs from the day of creation to the signing on the calendar of the organisation', async () => {
  const { one } = await firm();
  // 00:30 in Shanghai is still the day before in UTC.
  await tell({ by: one, fate: 'signed', at: '2026-02-01T00:30', signedOn: '2026-02-20' });
  await tell({ by: one, fate: 'signed', at: '2026-02-01T23:30', signedOn: '2026-02-11' });
  await tell({ by: one, fate: 'signed', at: '2026-02-01T09:00', signedOn: '2026-03-03' });
  expect((await ask(one, { by: 'industry' })).total).toMatchObject({ medianCycleDays: 19, quartileDays: [10, 30] });
});

test('groups are named by source, person and industry; what is missing is a group of its own', async () => {
  const { one, far, admin } = await firm();
  await tell({ by: one, fate: 'open', source: '朋友圈海报', industry: '机械' });
  await tell({ by: far, fate: 'open', source: '官网', industry: null });
  expect((await ask(admin, { by: 'source' })).groups.map(({ name }) => name)).toEqual(['官网注册', '朋友圈海报']);
  expect((await ask(admin, { by: 'owner' })).groups.map(({ name }) => name).toSorted()).toEqual(['周予安', '唐疏影']);
  expect((await ask(admin, { by: 'industry' })).groups).toMatchObject([{ key: '机械' }, { key: null, name: '未填写' }]);
});

test('campaigns and regions are told apart, and what was signed in each currency, never added', async () => {
  const { one, admin } = await firm();
  await tell({ by: one, fate: 'signed', campaign: '上海工博会', city: '广州', currency: 'USD' });
  await tell({ by: one, fate: 'signed', campaign: '上海工博会', city: '苏州' });
  await tell({ by: one, fate: 'open' });
  const campaigns = await ask(admin, { by: 'campaign' });
  expect(campaigns.groups).toMatchObject([
    {
      key: '上海工博会',
      leads: 2,
      converted: 2,
      signed: [
        { currency: 'CNY', signedMinor: 1_000_000 },
        { currency: 'USD', signedMinor: 1_000_000 },
      ],
    },
    { key: null, name: '未填写', signed: [] },
  ]);
  expect(campaigns.total.signed).toHaveLength(2);
  for (const { signed } of [...campaigns.groups, campaigns.total])
    for (const { drill } of signed) expect(await behind(admin, 'leads', drill)).toBe(1);
  const regions = (await ask(admin, { by: 'region' })).groups.map(({ key }) => key);
  expect(new Set(regions)).toEqual(new Set(['华南', '华东', null]));
});

test('leads are told apart by who referred them, and asked for by that', async () => {
  const { one, admin } = await firm();
  for (const referredBy of ['何厂长', '周工', null])
    await buildLead(one, { source: '转介绍', referrer: '苏州恒锐精密机械', referredBy });
  await buildLead(one, { source: '转介绍' });
  const { groups } = await ask(admin, { by: 'referrer' });
  expect(groups.map(({ name, leads }) => [name, leads])).toEqual([
    ['苏州恒锐精密机械', 3],
    ['未填写', 1],
  ]);
  for (const group of groups) await expectRecordsBehind(admin, group);
  const filter = JSON.stringify({ field: 'referredBy', op: 'eq', value: '周工' });
  const found = await admin.call(listLeads, { query: { filter } });
  expect(found.body.items).toMatchObject([{ referrer: '苏州恒锐精密机械', referredBy: '周工' }]);
});

test('a period holds its first and last day and nothing beside them', async () => {
  const { one } = await firm();
  const days = ['2026-01-31T23:59', '2026-02-01T00:00', '2026-02-28T23:59', '2026-03-01T00:00'];
  for (const at of days) await tell({ by: one, fate: 'open', at });
  const february = await ask(one, { by: 'source', from: '2026-02-01', to: '2026-02-28' });
  expect(february.total.leads).toBe(2);
  expect(february.cohorts).toMatchObject([{ month: '2026-02', leads: 2 }]);
  expect((await ask(one, { by: 'source' })).from).toBe('2025-03-19');
  const reversed = await one.call(leadConversion, { query: { by: 'source', from: '2026-03-01', to: '2026-02-01' } });
  expect([reversed.status, reversed.problem.code]).toEqual([422, 'period_reversed']);
  const long = (from: string) => one.call(leadConversion, { query: { by: 'source', from, to: '2026-03-18' } });
  expect((await long('2023-03-19')).status).toBe(200);
  expect((await long('2023-03-18')).problem.code).toBe('period_too_long');
});

test('a month younger than the median cycle is marked, an older one is not', async () => {
  const { one } = await firm();
  for (const at of ['2026-01-02T09:00', '2026-01-03T09:00', '2026-01-04T09:00'])
    await tell({ by: one, fate: 'signed', at, signedOn: '2026-02-02' });
  await tell({ by: one, fate: 'open', at: '2026-03-02T09:00' });
  const { cohorts } = await ask(one, { by: 'source', from: '2026-01-01', to: '2026-03-18' });
  expect(cohorts.map(({ month, leads, young }) => [month, leads, young])).toEqual([
    ['2026-01', 3, false],
    ['2026-02', 0, true],
    ['2026-03', 1, true],
  ]);
});

const story = fc.record({
  who: fc.constantFrom('one', 'two', 'far'),
  fate: fc.constantFrom<Fate>('open', 'contacted', 'invalid', 'qualified', 'lost', 'won_by_word', 'signed'),
  source: fc.constantFrom('官网', '展会', '转介绍', '朋友圈海报'),
  industry: fc.constantFrom('机械', '教育', "O'Neil %_\\", null),
  campaign: fc.constantFrom('工博会', undefined),
  city: fc.constantFrom('广州', undefined),
  currency: fc.constantFrom('USD' as const, undefined),
  at: fc.constantFrom('2025-11-05T08:00', '2026-02-28T23:59', '2026-03-18T10:12'),
});

test('every number equals the list it opens, for whoever asks, and the groups add up', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 4, maxLength: 10 }), async (stories) => {
      const people = await firm();
      for (const { who, ...facts } of stories) await tell({ by: people[who as 'one'], ...facts });
      for (const caller of [people.one, people.boss, people.admin]) {
        for (const by of ['source', 'lastSource', 'campaign', 'region', 'industry', 'owner'] as const) {
          const { groups, total, cohorts } = await ask(caller, { by });
          for (const group of [...groups, total, ...cohorts.filter(({ leads }) => leads > 0)])
            await expectRecordsBehind(caller, group);
          for (const parts of [groups, cohorts]) {
            expect(parts.reduce((sum, part) => sum + part.leads, 0)).toBe(total.leads);
            expect(parts.reduce((sum, part) => sum + part.converted, 0)).toBe(total.converted);
          }
        }
      }
    }),
    { numRuns: 5 },
  );
});
