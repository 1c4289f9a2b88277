import { createCustomer } from '@dealtrail/protocol/customers';
import { findDuplicates } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
} as const;

const ask = (caller: Caller, body: object) => caller.call(findDuplicates, { body });

test('before a lead is saved one hears of leads and customers with the same key', async () => {
  const { rep } = await company(people);
  const lead = await buildLead(rep, { companyName: '华星科技有限公司', phone: '13812345678' });
  const customer = (await rep.call(createCustomer, { body: { name: '华星科技有限公司' } })).body;
  const found = await ask(rep, { companyName: '华星科技', phone: '138 1234' });
  expect(
    found.body.duplicates.map(({ id, recordKind, grade, reasons }) => [id, recordKind, grade, reasons[0]?.key]),
  ).toEqual([
    [lead.id, 'lead', 'same', 'match.company'],
    [customer.id, 'customer', 'same', 'match.company'],
  ]);
  expect((await ask(rep, { companyName: '华兴科技有限公司' })).body.duplicates).toEqual([]);
  expect((await ask(rep, {})).body.duplicates).toEqual([]);
});

test('nobody asks their way through what others own: twenty hits an hour, each of them logged', async () => {
  const house = await testHouse();
  const { rep, other, orgId } = await company(people);
  for (let n = 0; n < 21; n += 1) await buildLead(rep, { companyName: `佛山第${n}陶瓷厂` });
  for (let n = 0; n < 20; n += 1) {
    const told = await ask(other, { companyName: `佛山第${n}陶瓷厂` });
    expect(told.body.duplicates).toMatchObject([
      { visible: false, id: null, ownerName: '李雷', departmentName: 'North' },
    ]);
  }
  const refused = await ask(other, { companyName: '佛山第20陶瓷厂' });
  expect([refused.status, refused.problem.code, refused.problem.params?.seconds]).toEqual([
    429,
    'too_many_requests',
    3600,
  ]);
  // A lead may still be taken in; it only tells no more.
  expect((await buildLead(other, { companyName: '佛山第20陶瓷厂' })).duplicates).toEqual([]);
  const audited = await house.services.database.readRows(orgId, {
    text: `select id from seen.audit where org_id = $1 and table_name = 'probes' and actor_id = $2`,
    values: [orgId, other.memberId],
  });
  expect(audited).toHaveLength(20);
  house.time.advance(3_600_000);
  const later = await ask(other, { companyName: '佛山第20陶瓷厂' });
  expect(later.body.duplicates.map(({ visible }) => visible)).toEqual([false, true]);
});
