import { createLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { closeOpportunity, openFromLead } from '@dealtrail/protocol/opportunities';
import { expect, test } from 'vitest';
import { company, type TestHouse, testHouse } from './test-house.ts';

async function counts(house: TestHouse, orgId: string): Promise<unknown[]> {
  const { database } = house.services;
  const tables = ['notifications', 'mails', 'tasks', 'clocks', 'events', 'follow_ups', 'records', 'handled_events'];
  const text = tables
    .map((name) => `select '${name}' as name, count(*)::int as rows from seen.${name} where org_id = $1`)
    .join(' union all ');
  return database.readRows(orgId, { text, values: [orgId] });
}

test('every event of a whole story delivered twice changes nothing', async () => {
  const house = await testHouse();
  const { rep } = await company({
    rep: { role: 'representative', department: 'North' },
    boss: { role: 'sales_manager', department: 'North', supervises: 'North' },
  });
  const lead = (
    await rep.call(createLead, {
      body: { companyName: '合肥启岭新能源', contactName: '吴副总', source: '转介绍', need: '已立项，月底前定供应商' },
    })
  ).body;
  await rep.call(recordFollowUp, {
    params: { id: lead.id },
    body: {
      method: 'phone',
      outcome: 'reached',
      content: '确认电芯外观检测 2 条线',
      feedback: '月底前定供应商',
      nextStep: '上门确认预算范围',
      nextStepOn: '2026-03-20',
    },
  });
  const opened = (await rep.call(openFromLead, { body: { leadId: lead.id } })).body;
  const signing = { outcome: 'won', signedOn: '2026-03-18', contractNo: 'HT-1', amountMinor: 100 } as const;
  expect(
    (await rep.call(closeOpportunity, { params: { id: opened.opportunity?.id ?? '' }, body: signing })).status,
  ).toBe(200);
  await house.drain();
  const before = await counts(house, rep.orgId);
  const origin = { orgId: rep.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await house.services.database.write(origin, (tx) =>
    tx.run({ text: 'update app.events set relayed_at = null where org_id = $1', values: [rep.orgId] }),
  );
  await house.drain();
  expect(await counts(house, rep.orgId)).toEqual(before);
});
