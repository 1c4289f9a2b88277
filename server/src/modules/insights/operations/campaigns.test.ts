import { createCampaign, listCampaignNames, updateCampaign } from '@dealtrail/protocol/campaigns';
import { campaigns as campaignFigures, leadConversion } from '@dealtrail/protocol/insights';
import { getLead, listLeads, updateLead } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, testHouse } from '../../../testing/test-house.ts';
import { oldCompany, tell } from '../testing/lead-stories.ts';

let admin: Caller;
let manager: Caller;
let rep: Caller;

beforeEach(async () => {
  ({ admin, manager, rep } = await oldCompany({
    admin: { role: 'administrator' },
    manager: { role: 'sales_manager', department: 'South' },
    rep: { role: 'representative', department: 'East' },
  }));
});

const fair = {
  name: '2026 上海工博会',
  otherNames: ['CIIF'],
  kind: 'exhibition' as const,
  source: 'exhibition',
  startsOn: '2026-03-10',
  endsOn: '2026-03-14',
  plannedMinor: 10_000_000,
  actualMinor: null,
  ownerId: null,
  state: 'ended' as const,
};

const register = async (settings: Partial<typeof fair> = {}) =>
  (await admin.call(createCampaign, { body: { ...fair, ...settings } })).body;
const figures = async (by: Caller) => (await by.call(campaignFigures, {})).body;
const behind = async (drill: string) => (await admin.call(listLeads, { query: { filter: drill } })).body.items.length;

test('leads know their campaign by any of its names, also those told before it was registered', async () => {
  const early = await tell({ by: rep, fate: 'open', campaign: ' ciif ' });
  const other = await tell({ by: rep, fate: 'open', campaign: '抖音直播' });
  expect((await figures(admin)).unknown).toMatchObject([{ leads: 1 }, { leads: 1 }]);
  const { id } = await register();
  await (await testHouse()).drain(admin.orgId);
  const late = await tell({ by: rep, fate: 'open', campaign: '２０２６上海工博会' });
  const campaignOf = async (lead: string) => (await admin.call(getLead, { params: { id: lead } })).body;
  expect(await campaignOf(early)).toMatchObject({ campaign: 'ciif', campaignId: id });
  expect(await campaignOf(late)).toMatchObject({ campaign: '２０２６上海工博会', campaignId: id });
  const { version } = await campaignOf(other);
  expect((await campaignOf(other)).campaignId).toBeNull();
  await admin.call(updateLead, { params: { id: other }, body: { version, campaign: 'CIIF' } });
  expect((await campaignOf(other)).campaignId).toBe(id);
  const { unknown, items } = await figures(admin);
  expect([unknown, items[0]?.leads]).toEqual([[], 3]);
});

test('what a campaign cost is told for each lead, qualified lead and conversion, and every number opens its leads', async () => {
  const { id } = await register();
  for (const fate of ['open', 'invalid', 'qualified', 'signed'] as const)
    await tell({ by: rep, fate, campaign: fair.name });
  const [planned] = (await figures(admin)).items;
  expect(planned).toMatchObject({
    leads: 4,
    invalid: 1,
    qualified: 2,
    converted: 1,
    rate: null,
    cost: { minor: 10_000_000, kind: 'planned' },
    costPerLead: 2_500_000,
    costPerQualified: 5_000_000,
    costPerConversion: 10_000_000,
    signed: [{ currency: 'CNY', signedMinor: 1_000_000 }],
  });
  const version = planned?.campaign.version ?? 0;
  await admin.call(updateCampaign, { params: { id }, body: { version, actualMinor: 8_000_001 } });
  const { items } = (await admin.call(campaignFigures, { query: { id } })).body;
  expect(items[0]).toMatchObject({ cost: { minor: 8_000_001, kind: 'actual' }, costPerLead: 2_000_000 });
  for (const name of ['leads', 'invalid', 'qualified', 'converted'] as const)
    expect(await behind(planned?.drills[name] ?? '')).toBe(planned?.[name]);
  expect(await behind(planned?.signed[0]?.drill ?? '')).toBe(1);
  const cut = (await admin.call(leadConversion, { query: { by: 'campaign' } })).body.groups;
  expect(cut).toMatchObject([{ key: id, name: fair.name, leads: 4, converted: 1 }]);
  expect(await behind(cut[0]?.drill ?? '')).toBe(4);
});

test('who sees some of the leads hears no cost a head, and who may only name campaigns hears no cost at all', async () => {
  await register();
  await tell({ by: rep, fate: 'open', campaign: fair.name });
  const seen = await figures(manager);
  expect([seen.whole, seen.items[0]?.leads, seen.items[0]?.costPerLead]).toEqual([false, 0, null]);
  expect((await rep.call(campaignFigures, {})).status).toBe(403);
  const names = (await rep.call(listCampaignNames, {})).body.items;
  expect(names).toEqual([expect.objectContaining({ name: fair.name, kind: 'exhibition' })]);
  expect(names[0]).not.toHaveProperty('plannedMinor');
});

test('a name means one campaign, and a campaign ends after it began', async () => {
  const { id, version } = await register();
  const again = await admin.call(createCampaign, { body: { ...fair, name: 'ciif', otherNames: [] } });
  expect([again.status, again.problem.code, again.problem.params]).toEqual([
    409,
    'campaign_name_taken',
    { name: 'ciif', other: fair.name },
  ]);
  const reversed = await admin.call(updateCampaign, { params: { id }, body: { version, endsOn: '2026-03-01' } });
  expect([reversed.status, reversed.problem.code]).toEqual([422, 'campaign_days_reversed']);
  const renamed = await admin.call(updateCampaign, { params: { id }, body: { version, otherNames: [] } });
  expect(renamed.body.otherNames).toEqual([]);
  expect((await admin.call(createCampaign, { body: { ...fair, name: 'CIIF', otherNames: [] } })).status).toBe(201);
});
