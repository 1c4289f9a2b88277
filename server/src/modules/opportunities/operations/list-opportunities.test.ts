import { createCustomer } from '@dealtrail/protocol/customers';
import { board, createOpportunity, listOpportunities } from '@dealtrail/protocol/opportunities';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '林向晚' },
  product: { role: 'product', name: '许静' },
} as const;

interface Deal {
  readonly name: string;
  readonly amountMinor?: number;
  readonly expectedCloseOn?: string;
  readonly industry?: string;
}

async function build(caller: Caller, { name, industry = '制造业', ...facts }: Deal): Promise<void> {
  const customer = await caller.call(createCustomer, { body: { name: `${name}有限公司`, industry } });
  const made = await caller.call(createOpportunity, { body: { name, customerId: customer.body.id, ...facts } });
  expect(made.status).toBe(201);
}

const names = async (caller: Caller, query: object) =>
  (await caller.call(listOpportunities, { query })).body.items.map(({ name }) => name);

async function threeDeals(caller: Caller): Promise<void> {
  await build(caller, { name: '甲线改造', amountMinor: 500_000, expectedCloseOn: '2026-05-01' });
  await build(caller, { name: '乙厂检测', amountMinor: 90_000_000, expectedCloseOn: '2026-04-01', industry: '医药' });
  await build(caller, { name: '丙仓立库' });
}

test('what is sorted by amount or expected close has what is unknown at one end, page by page', async () => {
  const { rep } = await company(people);
  await threeDeals(rep);
  expect(await names(rep, { sort: '-amountMinor' })).toEqual(['乙厂检测', '甲线改造', '丙仓立库']);
  expect(await names(rep, { sort: 'expectedCloseOn' })).toEqual(['乙厂检测', '甲线改造', '丙仓立库']);
  for (const sort of ['amountMinor', '-amountMinor', 'expectedCloseOn', '-expectedCloseOn']) {
    const whole = await names(rep, { sort });
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await rep.call(listOpportunities, { query: { sort, limit: 1, ...(cursor ? { cursor } : {}) } });
      walked.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(walked, sort).toEqual(whole);
  }
});

test('opportunities are asked for by facts of their customer and by what is due', async () => {
  const { rep } = await company(people);
  await threeDeals(rep);
  const asked = (filter: object) => names(rep, { filter: JSON.stringify(filter) });
  expect(await asked({ field: 'customer.industry', op: 'eq', value: '医药' })).toEqual(['乙厂检测']);
  expect(await asked({ field: 'customer.name', op: 'startsWith', value: '丙仓' })).toEqual(['丙仓立库']);
  expect(await asked({ field: 'dueAt', op: 'within', value: { relative: '30d' } })).toHaveLength(3);
  expect(await asked({ field: 'dueAt', op: 'lt', value: { relative: '0h' } })).toEqual([]);
  (await testHouse()).time.advance(40 * 86_400_000);
  expect(await asked({ field: 'dueAt', op: 'lt', value: { relative: '0h' } })).toHaveLength(3);
});

test('each row says what this member may do with it, in the list and on the board', async () => {
  const { rep, boss, product } = await company(people);
  await build(rep, { name: '甲线改造' });
  const all = { update: true, advance: true, close: true, followUp: true };
  const none = { update: false, advance: false, close: false, followUp: false };
  for (const [who, abilities] of [
    [rep, all],
    [boss, all],
    [product, none],
  ] as const) {
    const listed = await who.call(listOpportunities, {});
    expect(listed.body.items.map((row) => row.abilities)).toEqual([abilities]);
    expect(listed.headers['x-statements']).toBe('1');
    const shown = await who.call(board, {});
    expect(shown.body.columns.flatMap(({ cards }) => cards.map((card) => card.abilities))).toEqual([abilities]);
  }
});
