import { completeTask, listTasks, timeline } from '@dealtrail/protocol/activities';
import { listClocks } from '@dealtrail/protocol/clocks';
import { today } from '@dealtrail/protocol/insights';
import { createLead, listLeads, recordFollowUp } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import * as protocol from '@dealtrail/protocol/reviews';
import { expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';

const FRIDAY = '2026-03-20T16:00:00+08:00';

const firm = async () => {
  const { time } = await testHouse();
  time.set(TEST_START);
  return company({
    chief: { role: 'sales_manager', department: 'Sales', supervises: 'Sales', name: '陈总' },
    boss: { role: 'supervisor', department: 'Sales/North', supervises: 'Sales/North', name: '王主管' },
    rep: { role: 'representative', department: 'Sales/North', name: '李雷' },
    far: { role: 'representative', department: 'Sales/South', name: '韩梅' },
  });
};

let serial = 0;

async function lead(by: Caller): Promise<string> {
  const { body } = await by.call(createLead, {
    body: {
      companyName: `屿澄精密制造${(serial += 1)}有限公司`,
      contactName: '陆明舟',
      contactTitle: '采购经理',
      phone: `1381212${String(1000 + serial)}`,
      industry: '机械',
      need: '采购 12 台检测设备，预算 80 万',
      source: 'exhibition',
      assign: 'mine',
    },
  });
  return body.id;
}

async function fridayCheck({ boss, orgId }: { boss: Caller; orgId: string }): Promise<protocol.Review> {
  const house = await testHouse();
  house.time.set(FRIDAY);
  await house.drain(orgId);
  const [line] = (await boss.call(protocol.listReviews, {})).body.items;
  return (await boss.call(protocol.getReview, { params: { id: line?.id ?? '' } })).body;
}

const act = (ownerId: string, more: object = {}) => ({
  text: '周一上午电话联系采购经理',
  ownerId,
  dueOn: '2026-03-23',
  ...more,
});

test('on Friday each supervised team has its check, due that day; nobody has one before', async () => {
  const people = await firm();
  const house = await testHouse();
  await house.drain(people.orgId);
  expect((await people.chief.call(protocol.listReviews, {})).body.items).toEqual([]);
  const check = await fridayCheck(people);
  expect(check).toMatchObject({
    title: 'North 2026-W12',
    cadence: 'weekly',
    ownerName: '王主管',
    heldOn: '2026-03-20',
  });
  expect(check.number).toMatch(/^FP20260320\d{3}$/);
  await house.drain(people.orgId);
  const { items } = (await people.chief.call(protocol.listReviews, {})).body;
  expect(items.map(({ title }) => title).toSorted()).toEqual(['North 2026-W12', 'Sales 2026-W12']);
  const [clock] = (await people.boss.call(listClocks, {})).body.items.filter(
    ({ recordKind }) => recordKind === 'review',
  );
  expect(clock).toMatchObject({
    policyKey: 'review_minutes',
    dueAt: '2026-03-20T10:00:00.000Z',
    recordTitle: 'North 2026-W12',
  });
  const again = await people.boss.call(protocol.openReview, {
    body: { cadence: 'weekly', departmentId: check.departmentId },
  });
  expect(again.body.id).toBe(check.id);
  for (const caller of [people.rep, people.far])
    expect((await caller.call(protocol.getReview, { params: { id: check.id } })).status).toBe(403);
});

test('it is not confirmed while an overdue lead lacks a cause or an action; then actions are tasks and numbers stand', async () => {
  const people = await firm();
  const { boss, rep, orgId } = people;
  const [first, second] = [await lead(rep), await lead(rep)];
  await lead(people.far);
  const check = await fridayCheck(people);
  const params = { id: check.id };
  expect(new Set(check.late.map(({ recordId }) => recordId))).toEqual(new Set([first, second]));
  const board = await boss.call(listClocks, { query: { filter: check.lateDrill?.filter, total: 'exact' } });
  expect(board.body.total?.count).toBe(check.late.flatMap(({ clocks }) => clocks).length);
  expect((await boss.call(protocol.dueReviews, {})).body.items).toMatchObject([{ id: check.id, missing: 2 }]);

  const confirm = async (version: number) => boss.call(protocol.confirmReview, { params, body: { version } });
  const refused = await confirm(check.version);
  expect([refused.status, refused.problem.code]).toEqual([422, 'review_unmet']);
  expect(new Set(refused.problem.unmet?.map(({ key }) => key))).toEqual(
    new Set([first, second].flatMap((id) => [`${id}:cause`, `${id}:action`])),
  );
  await boss.call(protocol.explainLate, {
    params,
    body: { recordIds: [first], reason: 'travelling', note: '在无锡出差' },
  });
  await boss.call(protocol.saveReviewAction, { params, body: act(rep.memberId, { recordIds: [first, second] }) });
  const half = await confirm(check.version);
  expect(half.problem.unmet).toMatchObject([{ key: `${second}:cause`, act: 'cause', who: '李雷' }]);
  const { body: ready } = await boss.call(protocol.explainLate, {
    params,
    body: { recordIds: [second], reason: 'overloaded' },
  });
  expect(ready.late.find(({ recordId }) => recordId === first)).toMatchObject({
    explained: true,
    clocks: [{ lateReason: 'travelling', lateNote: '在无锡出差', namedBy: '王主管' }],
  });
  const done = await confirm(ready.version);
  expect([done.status, done.body.state, done.body.abilities.hold]).toEqual([200, 'confirmed', false]);
  const { body: tasks } = await rep.call(listTasks, { params: { id: first } });
  expect(tasks.items).toContainEqual(
    expect.objectContaining({
      title: '周一上午电话联系采购经理',
      ownerId: rep.memberId,
      dueAt: '2026-03-23T10:00:00.000Z',
    }),
  );
  const { body: day } = await rep.call(today, {});
  expect(day.items.filter(({ title }) => title === '周一上午电话联系采购经理')).toHaveLength(2);
  await (await testHouse()).drain(orgId);
  const { items: told } = (await rep.call(listNotifications, {})).body;
  expect(told.map(({ text }) => text)).toContainEqual({
    key: 'reviews.notice.actions',
    params: { title: 'North 2026-W12', by: '王主管', count: 2 },
  });
  const clocks = (await boss.call(listClocks, {})).body.items;
  expect(clocks.filter(({ recordKind }) => recordKind === 'review')).toEqual([]);
  const lines = (await boss.call(timeline, { params })).body.items.map(({ text }) => text?.key);
  expect(lines).toEqual(['reviews.event.confirmed', 'reviews.event.called_weekly']);

  const kept = await boss.call(protocol.getReview, { params });
  expect(kept.body.late).toHaveLength(2);
  const late = await boss.call(protocol.saveReviewAction, { params, body: act(rep.memberId) });
  expect([late.status, late.problem.code]).toEqual([409, 'review_confirmed']);
});

test('what each of the team did is counted, and each count opens as many follow-ups or leads', async () => {
  const people = await firm();
  const { rep, boss } = people;
  const [first, second] = [await lead(rep), await lead(rep)];
  const say = (id: string, body: object) => rep.call(recordFollowUp, { params: { id }, body: body as never });
  const reached = {
    content: '需要 12 台，预算 80 万',
    feedback: '客户要求三天内给参数',
    nextStep: '发送报价单',
    nextStepOn: '2026-03-24',
  };
  await say(first, { method: 'phone', outcome: 'reached', ...reached });
  await say(first, { method: 'phone', outcome: 'busy', nextStepOn: '2026-03-25' });
  await say(second, { method: 'phone', outcome: 'wrong_number' });
  const check = await fridayCheck(people);
  const mine = check.people.find(({ memberId }) => memberId === rep.memberId);
  expect(mine).toMatchObject({ reached: 1, attempts: 2, enteredLate: 0, withoutStep: 0 });
  expect(check.people.map(({ name }) => name).toSorted()).toEqual(['李雷', '王主管']);
  for (const count of protocol.FollowUpCount.options) {
    const query = { memberId: rep.memberId, count };
    const { body } = await boss.call(protocol.listWeekFollowUps, { params: { id: check.id }, query });
    expect(body.items).toHaveLength(mine?.[count] ?? -1);
  }
  const idle = await boss.call(listLeads, { query: { filter: mine?.idleDrill.filter, total: 'exact', limit: 0 } });
  expect(idle.body.total?.count).toBe(mine?.idle);
});

test('an action of last week that is not done comes first, and goes on as the same task', async () => {
  const people = await firm();
  const house = await testHouse();
  const { boss, rep, orgId } = people;
  const first = await fridayCheck(people);
  const params = { id: first.id };
  await boss.call(protocol.saveReviewAction, { params, body: act(rep.memberId, { text: '整理展会名片' }) });
  await boss.call(protocol.saveReviewAction, { params, body: act(boss.memberId, { text: '约客户参观工厂' }) });
  const { body: agreed } = await boss.call(protocol.getReview, { params });
  const passed = await boss.call(protocol.saveReviewAction, {
    params,
    body: act(rep.memberId, { dueOn: '2026-03-19' }),
  });
  expect(passed.problem.code).toBe('action_day_passed');
  await boss.call(protocol.confirmReview, { params, body: { version: agreed.version } });
  const { actions } = (await boss.call(protocol.getReview, { params })).body;
  await boss.call(completeTask, { params: { id: actions[1]?.taskId ?? '' }, body: {} });

  house.time.set('2026-03-27T16:00:00+08:00');
  await house.drain(orgId);
  const [line] = (await boss.call(protocol.dueReviews, {})).body.items;
  const next = { id: line?.id ?? '' };
  const { body: check } = await boss.call(protocol.getReview, { params: next });
  expect(check.former.map(({ text, overdue, doneAt }) => [text, overdue, doneAt !== null])).toEqual([
    ['整理展会名片', true, false],
    ['约客户参观工厂', false, true],
  ]);
  const carriesId = check.former[0]?.id ?? '';
  const body = act(rep.memberId, { text: '整理展会名片', dueOn: '2026-03-31', carriesId });
  const { body: carried } = await boss.call(protocol.saveReviewAction, { params: next, body });
  expect(carried.former[0]?.carriedAs).toBe(carried.actions[0]?.id);
  const refused = await boss.call(protocol.saveReviewAction, {
    params: next,
    body: { ...body, carriesId: check.former[1]?.id },
  });
  expect(refused.problem.code).toBe('reference_missing');
  const { body: done } = await boss.call(protocol.confirmReview, { params: next, body: { version: carried.version } });
  expect(done.actions[0]?.taskId).toBe(actions[0]?.taskId);
  const { body: day } = await rep.call(today, {});
  expect(day.items.filter(({ title }) => title === '整理展会名片').map(({ dueAt }) => dueAt)).toEqual([
    '2026-03-31T10:00:00.000Z',
  ]);
});

test('minutes that are not confirmed that day go to the superior of who holds them', async () => {
  const people = await firm();
  const check = await fridayCheck(people);
  const house = await testHouse();
  house.time.set('2026-03-20T18:30:00+08:00');
  await house.drain(people.orgId);
  const { items } = (await people.chief.call(listNotifications, {})).body;
  expect(items.filter(({ recordId, kind }) => recordId === check.id && kind === 'clocks.escalated')).toHaveLength(1);
});
