import * as protocol from '@dealtrail/protocol/activities';
import { createLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

async function heard(who: Caller): Promise<string[]> {
  const { body } = await who.call(listNotifications, {});
  return body.items.map(({ text }) => text.key).filter((key) => key.startsWith('activities.notice.'));
}

test('comments and follow-ups tell whom they mention and who follows the record, and widen nobody’s rights', async () => {
  const { rep, boss, stranger } = await company({
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    rep: { role: 'representative', department: 'North' },
    stranger: { role: 'representative', department: 'South' },
  });
  const house = await testHouse();
  const facts = { companyName: '嘉兴禾川纺织有限公司', contactName: '陆明舟', phone: '13800004321', source: '官网' };
  const { id } = (await rep.call(createLead, { body: facts })).body;
  const params = { id };
  await house.drain(rep.orgId);
  await boss.call(protocol.setWatch, { params, body: { watching: true } });
  expect((await boss.call(protocol.setWatch, { params, body: { watching: true } })).status).toBe(200);
  expect((await stranger.call(protocol.setWatch, { params, body: { watching: true } })).status).toBe(404);

  const memberIds = [boss.memberId, stranger.memberId];
  const sight = await rep.call(protocol.askSight, { params, body: { memberIds } });
  expect(sight.body.unseeing.map((one) => one.id)).toEqual([stranger.memberId]);

  await rep.call(protocol.addComment, { params, body: { text: '@老板 请看下价格', mentionIds: memberIds } });
  await house.drain(rep.orgId);
  expect(await heard(boss)).toEqual(['activities.notice.mentioned']);
  expect(await heard(stranger)).toEqual([]);
  expect((await stranger.call(protocol.timeline, { params })).status).toBe(404);

  const body = {
    method: 'phone' as const,
    outcome: 'reached' as const,
    content: '客户确认预算10万内，要三天内给参数',
    feedback: '对参数满意，要对比竞品',
    nextStep: '发送竞品对比报告',
    nextStepOn: '2026-03-20',
    nextStepTime: '15:00',
  };
  const written = await rep.call(recordFollowUp, { params, body });
  expect(written.body.followUp).toMatchObject({ nextStepOn: '2026-03-20', nextStepTime: '15:00' });
  const tasks = await rep.call(protocol.listTasks, { params });
  expect(tasks.body.items.find(({ kind }) => kind === 'next_step')?.dueAt).toBe('2026-03-20T07:00:00.000Z');
  await house.drain(rep.orgId);
  expect(await heard(boss)).toContain('activities.notice.followed_up');

  const line = (await rep.call(protocol.timeline, { params })).body.items.find(({ kind }) => kind === 'comment');
  expect(line).toMatchObject({ comment: '@老板 请看下价格' });
  expect((await boss.call(protocol.listWatched, {})).body.items).toMatchObject([{ recordId: id, kind: 'lead' }]);
  await boss.call(protocol.setWatch, { params, body: { watching: false } });
  expect((await boss.call(protocol.getWatch, { params })).body.watching).toBe(false);
});
