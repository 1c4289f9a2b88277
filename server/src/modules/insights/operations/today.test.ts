import { giveLateReason } from '@dealtrail/protocol/clocks';
import { createTask } from '@dealtrail/protocol/activities';
import { today } from '@dealtrail/protocol/insights';
import { createLead, pauseLead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { type Caller, testHouse } from '../../../testing/test-house.ts';
import { oldCompany, tell } from '../testing/lead-stories.ts';
import { behind } from '../testing/list-sizes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const firm = () =>
  oldCompany({
    one: { role: 'representative', department: 'North', name: '周予安' },
    two: { role: 'representative', department: 'North/West', name: '沈牧' },
    far: { role: 'representative', department: 'South', name: '唐疏影' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '林向晚' },
    admin: { role: 'administrator' },
  });

const ask = async (caller: Caller, memberId?: string) => {
  const { status, body } = await caller.call(today, { query: { memberId } });
  expect(status).toBe(200);
  return body;
};

/** A lead with every fact, so that only the first touch is asked for. */
const take = async (by: Caller, facts: object = {}) => {
  const { status, body } = await by.call(createLead, {
    body: {
      companyName: '绍兴越川纺机有限公司',
      contactName: '郑远',
      contactTitle: '设备副总',
      phone: '13812342046',
      email: 'zheng@yuechuan.example',
      industry: '机械',
      need: '需要采购 3 台检测设备，预算 70 万，四月到货',
      source: '展会',
      assign: 'mine',
      ...facts,
    },
  });
  expect(status).toBe(201);
  return body;
};

test('a first touch is one line, though it is a clock and a task, and says for whom and why without contact data', async () => {
  const { one } = await firm();
  const lead = await take(one, { budgetMinor: 70_000_000 });
  const day = await ask(one);
  expect(day.items).toHaveLength(1);
  expect(day.items[0]).toMatchObject({
    kind: 'clock',
    policyKey: 'first_touch',
    recordId: lead.id,
    recordKind: 'lead',
    recordTitle: '绍兴越川纺机有限公司',
    contactName: '郑远',
    amountMinor: 70_000_000,
    amountKind: 'budget',
    stateKey: 'assigned',
    title: { key: 'clocks.first_touch.title' },
    why: { key: 'clocks.first_touch.why' },
    act: 'follow_up',
  });
  expect(day.items[0]?.taskId).not.toBeNull();
  expect(JSON.stringify(day)).not.toMatch(/13812342046|yuechuan|\*/);
});

test('work moves from next over today to overdue as its moment comes', async () => {
  const { one } = await firm();
  const { time } = await testHouse();
  await take(one);
  const [line] = (await ask(one)).items;
  const due = new Date(line?.dueAt ?? 0);
  const sectionAt = async (moment: number) => {
    time.set(new Date(moment));
    return (await ask(one)).items[0]?.section;
  };
  expect(await sectionAt(due.getTime() - 20 * HOUR)).toBe('next');
  expect(await sectionAt(due.getTime())).toBe('today');
  expect(await sectionAt(due.getTime() + 1)).toBe('overdue');
});

test('what lies more than seven days ahead is not shown yet; a task without a day stands at the end', async () => {
  const { one } = await firm();
  await one.call(createTask, { body: { title: '整理样册' } });
  await one.call(createTask, { body: { title: '准备报价', dueAt: '2026-03-25T23:59:00+08:00' } });
  await one.call(createTask, { body: { title: '季度回顾', dueAt: '2026-03-26T00:00:00+08:00' } });
  const day = await ask(one);
  expect(day.items.map(({ title, act }) => [title, act])).toEqual([
    ['准备报价', 'complete_task'],
    ['整理样册', 'complete_task'],
  ]);
  expect(day.counts).toEqual({ overdue: 0, today: 0, next: 2, paused: 0 });
});

test('a paused lead waits in a section of its own', async () => {
  const { one } = await firm();
  const { id } = await take(one);
  await one.call(pauseLead, { params: { id }, body: { reason: 'budget_pending', until: '2026-03-27' } });
  expect((await ask(one)).counts).toEqual({ overdue: 0, today: 0, next: 0, paused: 1 });
});

test('the next step of a follow-up is one line in its own words, and the contact counts for the week', async () => {
  const { one } = await firm();
  await tell({ by: one, fate: 'contacted' });
  const day = await ask(one);
  const steps = day.items.filter(({ policyKey }) => policyKey === 'next_step');
  expect(steps).toMatchObject([
    { title: '发送配置清单和报价', why: { key: 'clocks.next_step.why' }, act: 'follow_up' },
  ]);
  expect(day.week).toEqual({ reached: 1, attempts: 0, visits: 0, newLeads: 1, since: '2026-03-16' });
});

test('of work due at the same moment the more promising lead comes first', async () => {
  const { one } = await firm();
  const facts = { need: '需要采购检测设备', phone: undefined, email: undefined };
  await take(one, { ...facts, companyName: '甲工业有限公司', phone: '13812342041' });
  await take(one, { ...facts, companyName: '乙工业有限公司', phone: '13812342042' });
  const { services } = await testHouse();
  await services.database.write({ orgId: one.orgId, actorId: null, operation: 'testing', requestId: 'test' }, (tx) =>
    tx.run({
      text: `update app.leads set priority_rank = case company_name when '甲工业有限公司' then 1 else 3 end where org_id = $1`,
      values: [one.orgId],
    }),
  );
  const { items } = await ask(one);
  const due = new Set(items.map(({ dueAt }) => dueAt));
  expect(due.size).toBe(1);
  expect(items.map(({ recordTitle }) => recordTitle)).toEqual(['乙工业有限公司', '甲工业有限公司']);
});

test('an opportunity asks for its stage tasks by their own names, the stage itself only when none is left', async () => {
  const { one } = await firm();
  await tell({ by: one, fate: 'qualified' });
  const { items } = await ask(one);
  expect(items.map(({ title }) => (title as { key: string }).key)).toEqual([
    'opportunities.task.interview_customer',
    'opportunities.task.confirm_budget_and_date',
    'opportunities.task.find_decision_makers',
  ]);
  expect(items[0]).toMatchObject({
    policyKey: 'days_in_stage',
    why: { key: 'insights.why.stage_task_required', params: { stageZh: '需求分析' } },
    stateKey: 'needs_analysis',
    amountKind: 'amount',
    act: 'complete_task',
  });
});

test('a supervisor sees what each person of the tree owes, explained or not, and opens that person’s day', async () => {
  const { one, two, far, boss } = await firm();
  const { time } = await testHouse();
  for (const by of [one, two, far]) await take(by, { companyName: `${by.memberId} 有限公司` });
  time.advance(5 * DAY);
  const [late] = (await ask(one)).items;
  await one.call(giveLateReason, { params: { id: late?.id ?? '' }, body: { reason: 'travelling' } });
  const { team } = await ask(boss);
  expect(team?.map(({ name, overdue, unexplained, reasons }) => ({ name, overdue, unexplained, reasons }))).toEqual(
    expect.arrayContaining([
      { name: '周予安', overdue: 1, unexplained: 0, reasons: [{ reason: 'travelling', count: 1 }] },
      { name: '沈牧', overdue: 1, unexplained: 1, reasons: [] },
    ]),
  );
  expect(team?.some(({ name }) => name === '唐疏影')).toBe(false);
  for (const person of team ?? []) {
    expect(await behind(boss, 'leads', person.drill)).toBe(person.openLeads);
    const day = await ask(boss, person.memberId);
    expect([day.member.name, day.counts.overdue, day.team]).toEqual([person.name, person.overdue, null]);
  }
  const stranger = await boss.call(today, { query: { memberId: far.memberId } });
  expect([stranger.status, stranger.problem.code]).toEqual([404, 'not_found']);
});

test('a representative sees nobody else: no team, and nobody else’s day', async () => {
  const { one, two } = await firm();
  await take(two);
  expect(await ask(one)).toMatchObject({ items: [], team: null });
  expect((await one.call(today, { query: { memberId: two.memberId } })).status).toBe(404);
});

test('the own task of a colleague that hangs on no record stays private', async () => {
  const { one, boss } = await firm();
  const { time } = await testHouse();
  await one.call(createTask, { body: { title: '接孩子', dueAt: '2026-03-18T17:00:00+08:00' } });
  time.advance(DAY);
  expect((await ask(one)).counts.overdue).toBe(1);
  expect((await ask(boss)).team?.find(({ name }) => name === '周予安')?.overdue).toBe(0);
  expect(JSON.stringify(await ask(boss, one.memberId))).not.toContain('接孩子');
});

test('a high-priority lead without an owner waits for whoever may assign it', async () => {
  const { one, admin } = await firm();
  const { services } = await testHouse();
  const { id } = await take(one);
  await services.database.write({ orgId: one.orgId, actorId: null, operation: 'testing', requestId: 'test' }, (tx) =>
    tx.run({
      text: `update app.clocks set owner_id = null, policy_key = 'assign_high' where org_id = $1 and record_id = $2 and policy_key = 'first_touch'`,
      values: [one.orgId, id],
    }),
  );
  expect((await ask(admin)).items).toMatchObject([{ policyKey: 'assign_high', recordId: id, act: 'assign' }]);
});

test('stalled deals, unassigned and new leads and the funnel equal the lists they open, for whoever asks', async () => {
  const { one, two, far, boss, admin } = await firm();
  const { time } = await testHouse();
  for (const by of [one, two, far]) {
    await tell({ by, fate: 'qualified', at: '2026-03-02T09:00' });
    await tell({ by, fate: 'open' });
  }
  await tell({ by: one, fate: 'qualified', endsAt: '2026-03-20T09:00' });
  time.set('2026-04-01T10:12:00.001+08:00');
  for (const [caller, stalled, open] of [
    [one, 1, 2],
    [boss, 2, 3],
    [admin, 3, 4],
  ] as const) {
    const day = await ask(caller);
    expect(day.stalled).toBe(stalled);
    expect(day.funnel.reduce((sum, stage) => sum + stage.count, 0)).toBe(open);
    expect(await behind(caller, 'opportunities', day.drills.stalled)).toBe(day.stalled);
    expect(await behind(caller, 'leads', day.drills.unassigned)).toBe(day.unassigned);
    expect(await behind(caller, 'leads', day.drills.newLeads)).toBe(day.week.newLeads);
    for (const stage of day.funnel) expect(await behind(caller, 'opportunities', stage.drill)).toBe(stage.count);
  }
});

test('a page shows fifty lines of a section and counts all', async () => {
  const { one } = await firm();
  for (let i = 0; i < 52; i += 1) await one.call(createTask, { body: { title: `回访 ${i}` } });
  const day = await ask(one);
  expect([day.items.length, day.counts.next]).toEqual([50, 52]);
});
