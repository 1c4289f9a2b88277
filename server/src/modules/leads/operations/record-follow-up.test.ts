import { completeTask, createTask, listTasks, timeline } from '@dealtrail/protocol/activities';
import { uploadAttachment } from '@dealtrail/protocol/attachments';
import { assignLead, getLead, invalidateLead, type Lead } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeEach, describe, expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { attemptWith, buildLead, followUp, reachedWith } from '../testing/build-lead.ts';

const HOUR = 3_600_000;

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing' },
} as const;

const clockOf = (lead: Lead, policyKey: string) => lead.clocks.find((clock) => clock.policyKey === policyKey);
const show = async (caller: Caller, id: string) => (await caller.call(getLead, { params: { id } })).body;

describe('a follow-up that reached the customer', () => {
  test('is numbered, moves the lead to 已联系, stops the first touch and makes the next promise', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const answer = await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-20' }));
    expect(answer.status).toBe(201);
    expect(answer.body.followUp).toMatchObject({
      number: 'GJ20260318001',
      authorName: '李雷',
      stateAfter: 'contacted',
      enteredLate: false,
    });
    const after = answer.body.lead;
    expect(after).toMatchObject({
      state: 'contacted',
      firstTouchAt: '2026-03-18T02:12:00.000Z',
      lastFollowUpAt: '2026-03-18T02:12:00.000Z',
    });
    expect(clockOf(after, 'first_touch')?.state).toBe('met');
    expect(clockOf(after, 'next_step')).toMatchObject({ state: 'running', dueAt: '2026-03-20T10:00:00.000Z' });
    const tasks = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
    expect(
      tasks.map(({ kind, title, doneAt }) => [kind, typeof title === 'string' ? title : title.key, doneAt !== null]),
    ).toEqual([
      ['next_step', '发送竞品对比报告', false],
      ['first_touch', 'leads.task.first_touch', true],
    ]);
  });

  test('of somebody else than the owner moves the lead, but is no first touch', async () => {
    const { rep, boss } = await company(people);
    const lead = await buildLead(rep);
    const answer = await followUp(boss, lead.id, reachedWith());
    expect(answer.body.lead).toMatchObject({ state: 'contacted', firstTouchAt: null });
    expect(clockOf(answer.body.lead, 'first_touch')?.state).toBe('running');
  });

  test('may jump ahead; a proposal is called back within three days, and the call ends the wait', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const proposed = await followUp(rep, lead.id, reachedWith({ toState: 'proposal_submitted' }));
    expect(clockOf(proposed.body.lead, 'call_back')).toMatchObject({
      state: 'running',
      dueAt: '2026-03-23T02:12:00.000Z',
    });
    const tasks = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
    expect(tasks.find(({ kind }) => kind === 'call_back')).toMatchObject({
      dueAt: '2026-03-23T02:12:00.000Z',
      doneAt: null,
    });
    const called = await followUp(rep, lead.id, reachedWith({ toState: 'negotiating' }));
    expect(clockOf(called.body.lead, 'call_back')?.state).toBe('met');
    const after = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
    expect(after.find(({ kind }) => kind === 'call_back')?.doneAt).not.toBeNull();
  });

  test('keeps the promise of the one before', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    await followUp(rep, lead.id, reachedWith({ nextStep: '寄样品', nextStepOn: '2026-03-19' }));
    const second = await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-25' }));
    expect(
      second.body.lead.clocks
        .filter(({ policyKey }) => policyKey === 'next_step')
        .map(({ state, dueAt }) => [state, dueAt]),
    ).toEqual([
      ['running', '2026-03-25T10:00:00.000Z'],
      ['met', '2026-03-19T10:00:00.000Z'],
    ]);
    const tasks = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
    expect(tasks.find(({ title }) => title === '寄样品')?.doneAt).not.toBeNull();
  });

  test('and a next step ticked off by hand keeps it too', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-19' }));
    const tasks = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
    const next = tasks.find(({ kind }) => kind === 'next_step');
    await rep.call(completeTask, { params: { id: next?.id ?? '' }, body: {} });
    expect(clockOf(await show(rep, lead.id), 'next_step')?.state).toBe('met');
  });

  test('carries files of the lead, each once', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const sent = await rep.inject({
      method: 'POST',
      url: `/api/v1${uploadAttachment.path.replace(':id', lead.id)}`,
      ...form({ file: '报价', name: '禾川-报价单-20260318.txt' }),
    });
    const { id } = sent.body as { id: string };
    expect((await followUp(rep, lead.id, reachedWith({ attachmentIds: [id] }))).status).toBe(201);
    const again = await followUp(rep, lead.id, reachedWith({ attachmentIds: [id] }));
    expect([again.status, again.problem.fields?.[0]?.path]).toEqual([422, 'attachmentIds']);
  });
});

describe('a follow-up is refused, and nothing is kept', () => {
  test.each([
    [{ content: '已沟通', feedback: '客户考虑中', nextStep: '再联系' }, ['content', 'feedback', 'nextStep']],
    [{ feedback: '' }, ['feedback']],
    [{ nextStepOn: null }, ['nextStepOn']],
    [{ content: '跟进中跟进中跟进中' }, ['content']],
  ])('where it tells nothing: %o asks for %s', async (written, paths) => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const answer = await followUp(rep, lead.id, reachedWith(written));
    expect([answer.status, answer.problem.code]).toEqual([422, 'follow_up_vague']);
    expect(answer.problem.fields?.map(({ path }) => path)).toEqual(paths);
    expect(answer.problem.detail).toMatch(/请|不是可执行/);
    expect(await show(rep, lead.id)).toMatchObject({ state: 'assigned', version: lead.version });
  });

  test('where it lies in the future, or its next step before it', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const future = await followUp(rep, lead.id, reachedWith({ occurredAt: '2026-03-18T11:00:00+08:00' }));
    expect([future.status, future.problem.code]).toEqual([422, 'follow_up_in_future']);
    const before = await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-17' }));
    expect([before.status, before.problem.fields?.[0]?.path]).toEqual([422, 'nextStepOn']);
  });

  test.each([
    ['backward without a reason', ['negotiating', 'contacted'], {}, 'stateReason'],
    ['won without a signing', ['negotiating', 'won'], {}, 'toState'],
    ['qualified by hand', ['contacted', 'qualified'], {}, 'toState'],
    ['back to screening', ['contacted', 'screening'], { stateReason: '不是我们的产品' }, 'toState'],
  ] as const)('where the state cannot move: %s', async (_, [from, to], written, path) => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    await followUp(rep, lead.id, reachedWith({ toState: from }));
    const answer = await followUp(rep, lead.id, reachedWith({ toState: to, ...written }));
    expect([answer.status, answer.problem.code, answer.problem.fields?.[0]?.path]).toEqual([
      422,
      'lead_move_refused',
      path,
    ]);
    expect((await show(rep, lead.id)).state).toBe(from);
  });

  test('on a lead one does not see, and on one that is closed', async () => {
    const { rep, other } = await company(people);
    const lead = await buildLead(rep);
    expect((await followUp(other, lead.id, reachedWith())).status).toBe(404);
    await rep.call(invalidateLead, { params: { id: lead.id }, body: { reason: 'not_a_buyer' } });
    const closed = await followUp(rep, lead.id, reachedWith());
    expect([closed.status, closed.problem.code]).toEqual([409, 'lead_closed']);
  });
});

test('a step back with a reason is kept and told', async () => {
  const { rep } = await company(people);
  const lead = await buildLead(rep);
  await followUp(rep, lead.id, reachedWith({ toState: 'negotiating' }));
  const back = await followUp(
    rep,
    lead.id,
    reachedWith({ toState: 'need_confirmed', stateReason: '客户要求重新确认需求' }),
  );
  expect(back.body.lead.state).toBe('need_confirmed');
  const lines = (await rep.call(timeline, { params: { id: lead.id } })).body.items;
  expect(lines.find(({ type }) => type === 'leads.state_changed')?.text?.params).toMatchObject({
    fromZh: '商务谈判',
    toZh: '需求确认',
    reason: '客户要求重新确认需求',
  });
  expect(lines.filter(({ kind }) => kind === 'follow_up')).toHaveLength(2);
});

describe('an attempt', () => {
  test('needs the day of the next try only, is counted by days, and stops no clock that waits for a contact', async () => {
    const { time } = await testHouse();
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const first = await followUp(rep, lead.id, attemptWith({ nextStepOn: '2026-03-19' }));
    expect(first.body.lead).toMatchObject({ state: 'assigned', attempts: 1, firstTouchAt: null });
    expect(clockOf(first.body.lead, 'first_touch')?.state).toBe('running');
    await followUp(rep, lead.id, attemptWith({ outcome: 'busy' }));
    const early = await rep.call(invalidateLead, { params: { id: lead.id }, body: { reason: 'unreachable' } });
    expect([early.status, early.problem.code]).toEqual([422, 'lead_move_refused']);
    time.advance(24 * HOUR);
    await followUp(rep, lead.id, attemptWith());
    const done = await rep.call(invalidateLead, { params: { id: lead.id }, body: { reason: 'unreachable' } });
    expect(done.body).toMatchObject({ state: 'invalid', invalidReason: 'unreachable', attempts: 3 });
  });

  test('without a day for the next try is refused, unless the number is wrong', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const answer = await followUp(rep, lead.id, attemptWith({ nextStepOn: null }));
    expect(answer.problem.fields?.[0]).toMatchObject({ path: 'nextStepOn', code: 'activities.why.next_try_missing' });
    expect((await followUp(rep, lead.id, attemptWith({ outcome: 'wrong_number', nextStepOn: null }))).status).toBe(201);
  });
});

describe('a late first touch', () => {
  test('is warned of, told, escalated to the supervisor, and asks for its cause when it is made', async () => {
    const house = await testHouse();
    const { rep, boss, orgId } = await company(people);
    const lead = await buildLead(rep, { need: '采购50台办公电脑' });
    house.time.advance(20 * HOUR);
    await house.drain(orgId);
    expect(clockOf(await show(rep, lead.id), 'first_touch')?.state).toBe('warned');
    house.time.advance(29 * HOUR);
    await house.drain(orgId);
    expect(clockOf(await show(rep, lead.id), 'first_touch')).toMatchObject({ state: 'overdue', escalatedTo: '王总' });
    const heard = (await boss.call(listNotifications, {})).body.items.map(({ kind, recordId }) => [kind, recordId]);
    expect(heard).toContainEqual(['clocks.escalated', lead.id]);
    const asked = await followUp(rep, lead.id, reachedWith());
    expect([asked.status, asked.problem.code, asked.problem.fields?.[0]?.path]).toEqual([
      422,
      'late_reason_needed',
      'lateReason',
    ]);
    const told = await followUp(rep, lead.id, reachedWith({ lateReason: 'travelling' }));
    expect(clockOf(told.body.lead, 'first_touch')).toMatchObject({ state: 'breached', lateReason: 'travelling' });
  });

  test('is explained by an attempt, so that the contact after it needs no further reason', async () => {
    const { time } = await testHouse();
    const { rep } = await company(people);
    const lead = await buildLead(rep, { need: '采购50台办公电脑' });
    time.advance(25 * HOUR);
    const attempt = await followUp(rep, lead.id, attemptWith());
    expect(clockOf(attempt.body.lead, 'first_touch')).toMatchObject({ state: 'overdue', lateReason: 'no_answer' });
    const reached = await followUp(rep, lead.id, reachedWith());
    expect(clockOf(reached.body.lead, 'first_touch')).toMatchObject({ state: 'breached', lateReason: 'no_answer' });
  });

  test('made in time and entered within a day is in time; entered later it cannot undo the breach', async () => {
    const { time } = await testHouse();
    const { rep } = await company(people);
    const [soon, late] = [
      await buildLead(rep, { need: '采购50台办公电脑' }),
      await buildLead(rep, { need: '采购50台办公电脑' }),
    ];
    const occurredAt = '2026-03-19T10:00:00+08:00';
    time.set('2026-03-19T15:00:00+08:00');
    const inTime = await followUp(rep, soon.id, reachedWith({ occurredAt }));
    expect(inTime.body.followUp.enteredLate).toBe(false);
    expect(clockOf(inTime.body.lead, 'first_touch')?.state).toBe('met');
    time.set('2026-03-20T11:00:00+08:00');
    const tooLate = await followUp(rep, late.id, reachedWith({ occurredAt, lateReason: 'overloaded' }));
    expect(tooLate.body.followUp.enteredLate).toBe(true);
    expect(clockOf(tooLate.body.lead, 'first_touch')).toMatchObject({ state: 'breached', lateReason: 'overloaded' });
  });
});

test('the history is read newest first, fifty at a time, and never splits a moment', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const lead = await buildLead(rep);
  for (let n = 0; n < 60; n += 1) {
    time.advance(60_000);
    const task = await rep.call(createTask, { body: { recordId: lead.id, title: `第${n}件` } });
    await rep.call(completeTask, { params: { id: task.body.id }, body: {} });
  }
  const first = await rep.call(timeline, { params: { id: lead.id } });
  expect([first.body.items.length, first.body.more]).toEqual([50, true]);
  const rest = await rep.call(timeline, {
    params: { id: lead.id },
    query: { before: first.body.items.at(-1)?.at ?? '' },
  });
  const all = [...first.body.items, ...rest.body.items];
  expect([rest.body.more, all.length, new Set(all.map(({ id }) => id)).size]).toEqual([false, 62, 62]);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('a lead handed to another begins its first touch anew; promises go along', async () => {
  const { rep, other, boss, marketing } = await company(people);
  const lead = await buildLead(rep);
  const touched = await followUp(rep, lead.id, reachedWith({ nextStepOn: '2026-03-20' }));
  const handed = await boss.call(assignLead, {
    params: { id: lead.id },
    body: { version: touched.body.lead.version, ownerId: other.memberId, reason: '区域调整' },
  });
  expect(handed.body).toMatchObject({
    ownerName: '韩梅',
    departmentName: 'South',
    state: 'contacted',
    firstTouchAt: null,
  });
  expect(handed.body.assignedWhy).toEqual([
    { key: 'leads.why.assign.by_hand', params: { by: '王总', reason: '区域调整' } },
  ]);
  expect((await rep.call(getLead, { params: { id: lead.id } })).status).toBe(404);
  const tasks = (await other.call(listTasks, { params: { id: lead.id } })).body.items.filter(
    ({ doneAt }) => doneAt === null,
  );
  expect(tasks.map(({ kind, ownerName }) => [kind, ownerName])).toEqual(
    expect.arrayContaining([
      ['first_touch', '韩梅'],
      ['next_step', '韩梅'],
    ]),
  );
  const stale = await marketing.call(assignLead, {
    params: { id: lead.id },
    body: { version: lead.version, ownerId: rep.memberId, reason: '退回' },
  });
  expect([stale.status, stale.problem.code]).toEqual([409, 'stale_version']);
  const nobody = await marketing.call(assignLead, {
    params: { id: lead.id },
    body: { ownerId: marketing.memberId, reason: '退回' },
  });
  expect([nobody.status, nobody.problem.code]).toEqual([422, 'member_unavailable']);
});
