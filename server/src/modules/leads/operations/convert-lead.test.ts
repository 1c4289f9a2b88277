import { listTasks, timeline } from '@dealtrail/protocol/activities';
import { getLead, pauseLead } from '@dealtrail/protocol/leads';
import { openFromLead } from '@dealtrail/protocol/opportunities';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, followUp, reachedWith } from '../testing/build-lead.ts';
import { markConverted } from './convert-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
} as const;

test('a qualified lead is read-only, its clocks end, and its promises go on with the opportunity', async () => {
  const { rep } = await company(people);
  const lead = await buildLead(rep);
  await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-20' }));
  const made = await rep.call(openFromLead, { body: { leadId: lead.id } });
  expect(made.status).toBe(201);
  const { customerId, opportunity } = made.body;
  const after = (await rep.call(getLead, { params: { id: lead.id } })).body;
  expect(after).toMatchObject({ state: 'qualified', customerId, opportunityId: opportunity?.id, moves: [] });
  expect(after.abilities).toMatchObject({ update: false, followUp: false, qualify: false });
  expect(after.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
  const moved = (await rep.call(listTasks, { params: { id: opportunity?.id ?? '' } })).body.items;
  expect(moved.map(({ kind }) => kind)).toContain('next_step');
  const history = (await rep.call(timeline, { params: { id: customerId } })).body.items;
  expect(history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['leads.created', 'leads.qualified', 'activities.follow_up']),
  );
  const refused = await rep.call(pauseLead, {
    params: { id: lead.id },
    body: { reason: 'customer_away', until: '2026-03-25' },
  });
  expect([refused.status, refused.problem.code]).toEqual([409, 'lead_closed']);
  expect((await rep.call(openFromLead, { body: { leadId: lead.id } })).problem.code).toBe('lead_closed');
});

test('only a signing makes a lead converted, the first one, with its days in the organisation’s zone', async () => {
  const house = await testHouse();
  house.time.set('2026-03-17T17:00:00Z');
  const { rep, orgId } = await company(people);
  const lead = await buildLead(rep);
  const origin = { orgId, actorId: rep.memberId, operation: 'testing', requestId: 'test' };
  const sign = (signedOn: string, contractNo: string) =>
    house.services.database.write(origin, (tx) =>
      markConverted(tx, lead.id, { signedOn, contractNo, currency: 'CNY', amountMinor: 8_000_000 }),
    );
  await sign('2026-04-06', 'HT-1');
  await sign('2026-05-01', 'HT-2');
  const after = (await rep.call(getLead, { params: { id: lead.id } })).body;
  expect(after).toMatchObject({ convertedOn: '2026-04-06', contractNo: 'HT-1', signedMinor: 8_000_000, cycleDays: 19 });
});
