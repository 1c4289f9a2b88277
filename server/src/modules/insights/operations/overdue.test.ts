import { overdue, today } from '@dealtrail/protocol/insights';
import { createLead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';

const DAY = 86_400_000;

test('the number on every page is the number of Today, for everybody', async () => {
  const house = await testHouse();
  house.time.set(TEST_START);
  const people = await company({
    rep: { role: 'representative', department: 'North' },
    boss: { role: 'sales_manager', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
    marketing: { role: 'marketing' },
  });
  for (const companyName of ['苏州屿澄精密', '绍兴越川纺机', '常州远拓传动']) {
    await people.rep.call(createLead, { body: { companyName, source: '展会咨询', contactName: '陆明舟' } });
  }
  await people.marketing.call(createLead, { body: { companyName: '无主机械', source: '官网注册' } });
  await house.drain(people.orgId);
  house.time.advance(10 * DAY);
  await house.drain(people.orgId);
  const numbers = await Promise.all(
    [people.rep, people.boss, people.admin, people.marketing].map(async (who) => [
      (await who.call(overdue, {})).body.overdue,
      (await who.call(today, {})).body.counts.overdue,
    ]),
  );
  for (const [counted, shown] of numbers) expect(counted).toBe(shown);
  expect(numbers[0]?.[0]).toBeGreaterThan(0);
});
