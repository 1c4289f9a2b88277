import * as protocol from '@dealtrail/protocol/activities';
import { type AttachmentView, listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { createLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company } from '../../../testing/test-house.ts';

const reached = {
  method: 'phone',
  outcome: 'reached',
  content: '客户确认预算10万内，要三天内给参数',
  feedback: '对参数满意，要对比竞品',
  nextStep: '发送竞品对比报告',
  nextStepOn: '2026-03-21',
} as const;

async function upload(who: Caller, id: string, name: string): Promise<AttachmentView> {
  const url = `/api/v1${uploadAttachment.path.replace(':id', id)}`;
  const answer = await who.inject({ method: 'POST', url, ...form({ file: '%PDF-1.7 报价单', name }) });
  return answer.body as AttachmentView;
}

test('quality is told by person and week with its reasons, to those who see the records', async () => {
  const { rep, boss, stranger } = await company({
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    rep: { role: 'representative', department: 'North', name: '李敏' },
    stranger: { role: 'representative', department: 'South' },
  });
  const facts = { companyName: '华星科技有限公司', contactName: '陆明舟', phone: '13800004322', source: '官网' };
  const lead = (await rep.call(createLead, { body: facts })).body;
  const params = { id: lead.id };
  const file = await upload(rep, lead.id, '办公设备报价单.pdf');
  const good = { ...reached, attachmentIds: [file.id] };
  expect((await rep.call(recordFollowUp, { params, body: good })).status).toBe(201);
  const late = { ...reached, occurredAt: '2026-03-16T02:00:00.000Z' };
  expect((await rep.call(recordFollowUp, { params, body: late })).status).toBe(201);

  const query = { from: '2026-03-01', to: '2026-03-31' };
  const told = (await boss.call(protocol.followUpQuality, { query })).body;
  expect(told.cells).toEqual([
    { memberId: rep.memberId, memberName: '李敏', weekOn: '2026-03-16', count: 2, average: 93 },
  ]);
  expect(told.reasons).toEqual([{ memberId: rep.memberId, reason: 'entered_late', count: 1 }]);
  expect((await stranger.call(protocol.followUpQuality, { query })).body.cells).toEqual([]);
  expect((await rep.call(protocol.followUpQuality, { query: { from: '2024-01-01', to: '2026-03-31' } })).status).toBe(
    422,
  );

  const behind = await boss.call(protocol.listFollowUps, { query: { authorId: rep.memberId, reason: 'entered_late' } });
  expect(behind.body.items).toMatchObject([{ score: 85, recordTitle: '华星科技有限公司', enteredLate: true }]);

  const named = '华星科技有限公司-办公设备报价单-20260318.pdf';
  const byFile = await rep.call(protocol.listFollowUps, { query: { q: '办公设备' } });
  expect(byFile.body.items).toMatchObject([{ files: [named], score: 100 }]);
  const files = await rep.call(listAttachments, { params });
  expect(files.body.items).toMatchObject([{ name: named, originalName: '办公设备报价单.pdf' }]);
});
