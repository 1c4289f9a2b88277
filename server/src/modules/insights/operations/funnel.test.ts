import { createCustomer } from '@dealtrail/protocol/customers';
import { funnel } from '@dealtrail/protocol/insights';
import { createOpportunity } from '@dealtrail/protocol/opportunities';
import { expect, test } from 'vitest';
import type { Caller } from '../../../testing/test-house.ts';
import { oldCompany, tell } from '../testing/lead-stories.ts';
import { behind } from '../testing/list-sizes.ts';

const firm = () =>
  oldCompany({
    one: { role: 'representative', department: 'North' },
    far: { role: 'representative', department: 'South' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  });

const ask = async (caller: Caller, query: { from?: string; to?: string } = {}) => {
  const { status, body } = await caller.call(funnel, { query });
  expect(status).toBe(200);
  return body;
};

test('the leads of a period go from taken in to contacted, qualified and converted, each a part of the one before', async () => {
  const { one } = await firm();
  for (const fate of ['open', 'invalid', 'contacted', 'qualified', 'won_by_word', 'signed', 'signed'] as const)
    await tell({ by: one, fate });
  await tell({ by: one, fate: 'signed', at: '2024-01-05T09:00', signedOn: '2024-02-01' });
  const { steps } = await ask(one);
  expect(steps.map(({ key, count }) => [key, count])).toEqual([
    ['taken_in', 7],
    ['contacted', 5],
    ['qualified', 4],
    ['converted', 2],
  ]);
  expect(steps[0]?.shareOfFirst).toBeNull();
});

test('invalid and unsigned deals stay out of the win rate, which needs ten', async () => {
  const { one } = await firm();
  for (let i = 0; i < 4; i += 1) await tell({ by: one, fate: 'signed' });
  for (let i = 0; i < 5; i += 1) await tell({ by: one, fate: 'lost' });
  await tell({ by: one, fate: 'won_by_word' });
  expect((await ask(one)).closed).toMatchObject({ won: 4, lost: 5, awaitingSigning: 1, invalid: 0, winRate: null });
  await tell({ by: one, fate: 'lost' });
  expect((await ask(one)).closed.winRate).toBe(40);
});

test('lost reasons come with the deals behind them, the most frequent first, long ones by how they begin', async () => {
  const { one } = await firm();
  const long = `客户内部预算调整，${'需要重新立项'.repeat(30)}`;
  for (const lostReason of ['价格', '价格', `${long}甲`, `${long}乙`, '交期'])
    await tell({ by: one, fate: 'lost', lostReason });
  const { lostReasons } = await ask(one);
  expect(lostReasons.map(({ count }) => count)).toEqual([2, 2, 1]);
  for (const { count, drill } of lostReasons) expect(await behind(one, 'opportunities', drill)).toBe(count);
});

test('open deals and contracts of two currencies are summed apart, and each sum opens its own', async () => {
  const { one } = await firm();
  const { body: customer } = await one.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  for (const [amountMinor, currency] of [
    [300, 'CNY'],
    [100, 'USD'],
    [500, 'CNY'],
  ] as const) {
    const body = { name: '视觉检测线', customerId: customer.id, amountMinor, currency };
    expect((await one.call(createOpportunity, { body })).status).toBe(201);
  }
  const [stage] = (await ask(one)).open.filter(({ count }) => count > 0);
  expect(stage).toMatchObject({
    count: 3,
    sums: [
      { currency: 'CNY', amountMinor: 800 },
      { currency: 'USD', amountMinor: 100 },
    ],
  });
  const sizes = await Promise.all((stage?.sums ?? []).map(({ drill }) => behind(one, 'opportunities', drill)));
  expect(sizes).toEqual([2, 1]);
});

test('leads that turned out invalid are told by their reason', async () => {
  const { one } = await firm();
  for (const fate of ['invalid', 'invalid', 'open'] as const) await tell({ by: one, fate });
  const { invalidReasons } = await ask(one);
  expect(invalidReasons).toMatchObject([{ reason: 'wrong_information', count: 2 }]);
  expect(await behind(one, 'leads', invalidReasons[0]?.drill ?? '')).toBe(2);
});

test('every number equals the list it opens, for a representative, a supervisor and an administrator', async () => {
  const { one, far, boss, admin } = await firm();
  for (const fate of ['open', 'invalid', 'contacted', 'qualified', 'lost', 'won_by_word', 'signed'] as const) {
    await tell({ by: one, fate });
    await tell({ by: far, fate });
  }
  for (const [caller, taken] of [
    [one, 7],
    [boss, 7],
    [admin, 14],
  ] as const) {
    const { steps, open, closed } = await ask(caller);
    expect(steps[0]?.count).toBe(taken);
    for (const { count, drill, list } of steps) expect(await behind(caller, list, drill)).toBe(count);
    for (const { count, drill } of open) expect(await behind(caller, 'opportunities', drill)).toBe(count);
    const { drills, ...counts } = closed;
    for (const name of ['won', 'awaitingSigning', 'lost', 'invalid'] as const)
      expect(await behind(caller, 'opportunities', drills[name])).toBe(counts[name]);
  }
});
