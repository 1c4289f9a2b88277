import { createCustomer } from '@dealtrail/protocol/customers';
import { createLead, revealLead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { company, testHouse } from '../../testing/test-house.ts';

const people = { rep: { role: 'representative', department: 'North' } } as const;

test('what is shown once is not kept for a repeated request', async () => {
  const { services } = await testHouse();
  const { rep } = await company(people);
  const lead = await rep.call(createLead, {
    body: { companyName: '绍兴越川纺机', contactName: '郑总', phone: '13870412046', source: '转介绍' },
  });
  const reveal = () =>
    rep.call(revealLead, { params: { id: lead.body.id }, body: { purpose: 'call' } }, { idempotencyKey: 'look' });
  expect((await reveal()).body.phone).toContain('13870412046');
  const again = await reveal();
  expect([again.status, again.problem.code]).toEqual([409, 'answer_not_kept']);
  const kept = await services.database.readRows(rep.orgId, {
    text: 'select response from seen.idempotency where org_id = $1',
    values: [rep.orgId],
  });
  expect(JSON.stringify(kept)).not.toContain('13870412046');
});

test('a stored answer is forgotten after thirty days, and not before', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const send = () => rep.call(createCustomer, { body: { name: '台州椒岚阀门' } }, { idempotencyKey: 'once' });
  const first = await send();
  house.time.advance(29 * 86_400_000);
  await house.drain(rep.orgId);
  expect((await send()).body).toEqual(first.body);
  house.time.advance(2 * 86_400_000);
  await house.drain(rep.orgId);
  expect((await send()).problem.code).toBe('duplicate_blocked');
});
