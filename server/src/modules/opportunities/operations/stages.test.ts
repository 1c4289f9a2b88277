import { completeTask } from '@dealtrail/protocol/activities';
import { createCustomer, getCustomer } from '@dealtrail/protocol/customers';
import {
  advanceStage,
  board,
  closeOpportunity,
  createOpportunity,
  getOpportunity,
  listOpportunities,
  type Opportunity,
  previewAdvance,
  recordOpportunityFollowUp,
  recordSigning,
  updateOpportunity,
} from '@dealtrail/protocol/opportunities';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  other: { role: 'representative', department: 'South' },
  boss: { role: 'sales_manager', department: 'North', supervises: 'North' },
} as const;

async function opened(
  rep: Caller,
  facts: {
    amountMinor?: number;
    currency?: 'CNY' | 'USD' | 'EUR';
    expectedCloseOn?: string;
    needSummary?: string;
  } = {},
): Promise<Opportunity> {
  const customer = await rep.call(createCustomer, {
    body: { name: `苏州屿澄精密${Math.trunc(rep.memberId.charCodeAt(9))}${serial++}` },
  });
  const made = await rep.call(createOpportunity, {
    body: { name: '压铸件视觉检测线', customerId: customer.body.id, ...facts },
  });
  expect(made.status).toBe(201);
  return made.body;
}

let serial = 0;
const full = { amountMinor: 186_000_000, expectedCloseOn: '2026-04-30', needSummary: '检出率 99.5%，节拍 6 秒' };

async function finishRequired(rep: Caller, opportunity: Opportunity): Promise<void> {
  for (const task of opportunity.tasks.filter(({ required, doneAt }) => required && !doneAt)) {
    expect((await rep.call(completeTask, { params: { id: task.id }, body: {} })).status).toBe(200);
  }
}

test('a stage is left only when its fields are filled and its required tasks done, and preview and refusal say the same', async () => {
  const { rep } = await company(people);
  const deal = await opened(rep);
  const preview = await rep.call(previewAdvance, { params: { id: deal.id, to: 'solution_design' } });
  const refused = await rep.call(advanceStage, { params: { id: deal.id }, body: {} });
  expect([refused.status, refused.problem.code]).toEqual([422, 'stage_gate_unmet']);
  expect(refused.problem.unmet).toEqual(preview.body.unmet);
  expect(refused.problem.unmet?.map(({ key }) => key)).toEqual([
    'needSummary',
    'amountMinor',
    'expectedCloseOn',
    'interview_customer',
  ]);
  expect((await rep.call(getOpportunity, { params: { id: deal.id } })).body).toMatchObject({
    stageKey: 'needs_analysis',
    version: deal.version,
  });

  await rep.call(updateOpportunity, { params: { id: deal.id }, body: { version: deal.version, ...full } });
  await finishRequired(rep, deal);
  const moved = await rep.call(advanceStage, { params: { id: deal.id }, body: {} });
  expect(moved.body).toMatchObject({ stageKey: 'solution_design', probability: 40, weightedMinor: 74_400_000 });
  expect(moved.body.stays.map(({ stageKey, leftAt }) => [stageKey, leftAt !== null])).toEqual([
    ['needs_analysis', true],
    ['solution_design', false],
  ]);
  expect(moved.body.stays[1]).toMatchObject({
    amountMinor: 186_000_000,
    probability: 40,
    expectedCloseOn: '2026-04-30',
  });
});

test('no stage is jumped, and going back asks for a reason', async () => {
  const { rep } = await company(people);
  const deal = await opened(rep, full);
  await finishRequired(rep, deal);
  const jumped = await rep.call(advanceStage, { params: { id: deal.id }, body: { to: 'contract_signing' } });
  expect(jumped.problem.unmet?.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'order solution_design',
    'order negotiation',
  ]);
  await rep.call(advanceStage, { params: { id: deal.id }, body: { to: 'solution_design' } });
  expect((await rep.call(advanceStage, { params: { id: deal.id }, body: { to: 'needs_analysis' } })).problem.code).toBe(
    'reason_needed',
  );
  const back = await rep.call(advanceStage, {
    params: { id: deal.id },
    body: { to: 'needs_analysis', reason: '客户改了需求' },
  });
  expect(back.body).toMatchObject({ stageKey: 'needs_analysis', probability: 20 });
  expect(back.body.tasks.filter(({ stageKey }) => stageKey === 'needs_analysis')).toHaveLength(3);
});

test('of two who move the same deal at once one moves it', async () => {
  const { rep, boss } = await company(people);
  const deal = await opened(rep, full);
  await finishRequired(rep, deal);
  const version = (await rep.call(getOpportunity, { params: { id: deal.id } })).body.version;
  const move = (who: Caller) => who.call(advanceStage, { params: { id: deal.id }, body: { version } });
  const answers = await Promise.all([move(rep), move(boss)]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('a win without its signing counts nowhere until the signing is written', async () => {
  const { rep } = await company(people);
  const deal = await opened(rep, full);
  const won = await rep.call(closeOpportunity, { params: { id: deal.id }, body: { outcome: 'won' } });
  expect(won.body).toMatchObject({ state: 'won_awaiting_signing', signedOn: null, weightedMinor: 0 });
  expect((await rep.call(getCustomer, { params: { id: deal.customerId } })).body.dealState).toBe('none');
  const signing = { signedOn: '2026-03-18', contractNo: 'HT-2026-001', amountMinor: 180_000_000 };
  const future = await rep.call(recordSigning, {
    params: { id: deal.id },
    body: { ...signing, signedOn: '2026-03-19' },
  });
  expect(future.problem.code).toBe('signing_in_future');
  const signed = await rep.call(recordSigning, { params: { id: deal.id }, body: signing });
  expect(signed.body).toMatchObject({ state: 'won', signedMinor: 180_000_000, contractNo: 'HT-2026-001' });
  expect((await rep.call(getCustomer, { params: { id: deal.customerId } })).body.dealState).toBe('won');
  expect((await rep.call(recordSigning, { params: { id: deal.id }, body: signing })).problem.code).toBe(
    'not_awaiting_signing',
  );
});

test('a loss needs reason and competitor; a deal past needs analysis is invalid only by the manager', async () => {
  const { rep, boss } = await company(people);
  const lost = await opened(rep, full);
  const close = (who: Caller, id: string, body: object) =>
    who.call(closeOpportunity, { params: { id }, body: body as never });
  expect((await close(rep, lost.id, { outcome: 'lost', reason: '价格' })).problem.fields?.[0]?.path).toBe('competitor');
  expect((await close(rep, lost.id, { outcome: 'lost', reason: '价格', competitor: '明谛视觉' })).body.state).toBe(
    'lost',
  );
  expect((await close(rep, lost.id, { outcome: 'won' })).problem.code).toBe('opportunity_closed');

  const unreal = await opened(rep, full);
  await finishRequired(rep, unreal);
  await rep.call(advanceStage, { params: { id: unreal.id }, body: {} });
  const invalid = { outcome: 'invalid', reason: 'wrong_information' };
  expect((await close(rep, unreal.id, invalid)).problem.code).toBe('confirmation_needed');
  expect((await close(boss, unreal.id, invalid)).body.state).toBe('invalid');
});

test('the board sums each currency apart, and what was won by its contracts', async () => {
  const { rep } = await company(people);
  await opened(rep, { ...full, currency: 'USD' });
  await opened(rep, { amountMinor: 40_000_000 });
  for (const currency of ['CNY', 'EUR'] as const) {
    const won = await opened(rep, { ...full, currency });
    const signing = { signedOn: '2026-03-18', contractNo: `HT-${serial}`, amountMinor: 7_000_000 };
    await rep.call(closeOpportunity, { params: { id: won.id }, body: { outcome: 'won', ...signing } });
  }
  const unsigned = await opened(rep, full);
  await rep.call(closeOpportunity, { params: { id: unsigned.id }, body: { outcome: 'won' } });
  const { columns, wonThisMonth } = (await rep.call(board, {})).body;
  const column = columns.find(({ stageKey }) => stageKey === 'needs_analysis');
  expect(column?.sums.map(({ currency, amountMinor }) => [currency, amountMinor])).toEqual([
    ['CNY', 40_000_000],
    ['USD', 186_000_000],
  ]);
  expect(wonThisMonth.signed.map(({ currency, signedMinor }) => [currency, signedMinor])).toEqual([
    ['CNY', 7_000_000],
    ['EUR', 7_000_000],
  ]);
  expect([wonThisMonth.count, wonThisMonth.awaitingSigning]).toEqual([3, 1]);
  const sizeOf = async (filter: string) =>
    (await rep.call(listOpportunities, { query: { filter, total: 'exact' } })).body.total?.count;
  expect(await sizeOf(wonThisMonth.drill)).toBe(3);
  expect(await sizeOf(wonThisMonth.awaitingDrill)).toBe(1);
  for (const { drill } of [...wonThisMonth.signed, ...(column?.sums ?? [])]) expect(await sizeOf(drill)).toBe(1);
  expect(await sizeOf(column?.drill ?? '')).toBe(column?.count);
});

test('the board counts and sums what its lists show, for each person their own', async () => {
  const { rep, other, boss } = await company(people);
  await opened(rep, full);
  await opened(rep, { amountMinor: 40_000_000 });
  await opened(other, { amountMinor: 5_000_000 });
  for (const [who, count, amountMinor] of [
    [rep, 2, 226_000_000],
    [other, 1, 5_000_000],
    [boss, 2, 226_000_000],
  ] as const) {
    const column = (await who.call(board, {})).body.columns.find(({ stageKey }) => stageKey === 'needs_analysis');
    expect(column).toMatchObject({ count, sums: [{ currency: 'CNY', amountMinor, weightedMinor: amountMinor / 5 }] });
    const filter = JSON.stringify({
      all: [
        { field: 'stageKey', op: 'eq', value: 'needs_analysis' },
        { field: 'state', op: 'eq', value: 'open' },
      ],
    });
    expect((await who.call(listOpportunities, { query: { filter, total: 'capped' } })).body.total?.count).toBe(count);
  }
});

test('only an effective contact holds off stagnation, and the owner hears of it on the fourteenth day', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const deal = await opened(rep, full);
  const dueAt = () =>
    rep
      .call(getOpportunity, { params: { id: deal.id } })
      .then(
        ({ body }) => body.clocks.find(({ policyKey, stoppedAt }) => policyKey === 'stagnation' && !stoppedAt)?.dueAt,
      );
  const first = await dueAt();
  house.time.advance(86_400_000);
  const attempt = { method: 'phone', outcome: 'no_answer', nextStepOn: '2026-03-21' } as const;
  expect((await rep.call(recordOpportunityFollowUp, { params: { id: deal.id }, body: attempt })).status).toBe(201);
  expect(await dueAt()).toBe(first);
  const reached = {
    method: 'visit',
    outcome: 'reached',
    content: '现场看了压铸件样品，确认 3 个型号',
    feedback: '客户要求两周内给检测报告',
    nextStep: '提交样件检测报告',
    nextStepOn: '2026-03-25',
  } as const;
  expect((await rep.call(recordOpportunityFollowUp, { params: { id: deal.id }, body: reached })).status).toBe(201);
  expect(((await dueAt()) ?? '') > (first ?? '')).toBe(true);
});
