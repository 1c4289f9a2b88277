import { completeTask, createTask, listTasks, timeline } from '@dealtrail/protocol/activities';
import { createCustomer } from '@dealtrail/protocol/customers';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';

const team = () =>
  company({
    rep: { role: 'representative', department: 'North', name: '李雷' },
    other: { role: 'representative', department: 'South', name: '韩梅' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  });

test('a task on a record is listed there, open ones first, and its completion stands in the history', async () => {
  const { rep } = await team();
  const customer = (await rep.call(createCustomer, { body: { name: '青岛海光机械有限公司' } })).body;
  const first = await rep.call(createTask, { body: { recordId: customer.id, title: '寄样品' } });
  const second = await rep.call(createTask, {
    body: { recordId: customer.id, title: '回访', dueAt: '2026-03-19T10:00:00+08:00' },
  });
  expect([first.status, first.body.kind, first.body.ownerName]).toEqual([201, 'own', '李雷']);
  const done = await rep.call(completeTask, { params: { id: second.body.id }, body: { result: '客户满意' } });
  expect(done.body).toMatchObject({ doneAt: '2026-03-18T02:12:00.000Z', recordTitle: '青岛海光机械有限公司' });
  const listed = await rep.call(listTasks, { params: { id: customer.id } });
  expect(listed.body.items.map(({ title }) => title)).toEqual(['寄样品', '回访']);
  const history = await rep.call(timeline, { params: { id: customer.id } });
  expect(history.body.items[0]).toMatchObject({
    type: 'activities.task_done',
    actorName: '李雷',
    text: { params: { by: '李雷', titleZh: '回访' } },
  });
});

test('a task is finished once', async () => {
  const { rep } = await team();
  const task = (await rep.call(createTask, { body: { title: '整理名片' } })).body;
  await rep.call(completeTask, { params: { id: task.id }, body: {} });
  const again = await rep.call(completeTask, { params: { id: task.id }, body: {} });
  expect([again.status, again.problem.code]).toEqual([409, 'task_done_already']);
});

test("a supervisor may finish a task on the team's record, a stranger does not find it", async () => {
  const { rep, other, boss } = await team();
  const customer = (await rep.call(createCustomer, { body: { name: '济南长城电缆厂' } })).body;
  const task = (await rep.call(createTask, { body: { recordId: customer.id, title: '寄样品' } })).body;
  const stranger = await other.call(completeTask, { params: { id: task.id }, body: {} });
  expect([stranger.status, stranger.problem.code]).toEqual([404, 'not_found']);
  const helped = await boss.call(completeTask, { params: { id: task.id }, body: {} });
  expect(helped.status).toBe(200);
});

test('a free task belongs to its owner alone', async () => {
  const { rep, boss } = await team();
  const task = (await rep.call(createTask, { body: { title: '整理名片' } })).body;
  expect((await boss.call(completeTask, { params: { id: task.id }, body: {} })).status).toBe(404);
});

test('a task for a colleague who sees nothing of the record keeps its name from them', async () => {
  const { rep, other } = await team();
  const customer = (await rep.call(createCustomer, { body: { name: '烟台北方阀门有限公司' } })).body;
  const task = await rep.call(createTask, {
    body: { recordId: customer.id, title: '出一份报价', ownerId: other.memberId },
  });
  expect(task.body).toMatchObject({ ownerName: '韩梅', recordTitle: '烟台北方阀门有限公司' });
  const done = await other.call(completeTask, { params: { id: task.body.id }, body: {} });
  expect([done.status, done.body.recordTitle]).toEqual([200, null]);
});

test('a task cannot go to somebody who is not there, or on a record one does not see', async () => {
  const { rep, other } = await team();
  const customer = (await rep.call(createCustomer, { body: { name: '威海渔具厂' } })).body;
  const nobody = await rep.call(createTask, { body: { title: '寄样品', ownerId: customer.id } });
  expect([nobody.status, nobody.problem.fields?.[0]?.path]).toEqual([422, 'ownerId']);
  const unseen = await other.call(createTask, { body: { title: '寄样品', recordId: customer.id } });
  expect(unseen.status).toBe(404);
  expect((await other.call(listTasks, { params: { id: customer.id } })).status).toBe(404);
  expect((await other.call(timeline, { params: { id: customer.id } })).status).toBe(404);
});
