import { completeTask } from '@dealtrail/protocol/activities';
import { assignLead, recordFollowUp } from '@dealtrail/protocol/leads';
import {
  advanceStage,
  openFromLead,
  recordOpportunityFollowUp,
  updateOpportunity,
} from '@dealtrail/protocol/opportunities';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';
import { buildLead, reachedWith } from '../../leads/testing/build-lead.ts';

const people = {
  rep: { role: 'representative', department: 'North' },
  other: { role: 'representative', department: 'North' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
} as const;

const reached = { body: reachedWith() };
const facts = { amountMinor: 186_000_000, expectedCloseOn: '2026-04-30', needSummary: '检出率 99.5%，节拍 6 秒' };

interface Answered {
  readonly status: number;
  readonly headers: Record<string, unknown>;
}

const cost = ({ status, headers }: Answered) => `${status} at ${String(headers['x-statements'])}`;

test('the daily writes cost no more statements than when they were last counted, audit and events among them', async () => {
  const { rep, other, boss } = await company(people);
  // What a process keeps of the organisation is read by the first who needs it.
  await rep.call(recordFollowUp, { params: { id: (await buildLead(rep)).id }, ...reached });
  const { id: leadId } = await buildLead(rep);
  const followUp = await rep.call(recordFollowUp, { params: { id: leadId }, ...reached });
  const given = { ownerId: other.memberId, reason: '由熟悉行业的人接手' };
  const handOver = await boss.call(assignLead, { params: { id: leadId }, body: given });
  await other.call(openFromLead, { body: { leadId: (await buildLead(other)).id } });
  const conversion = await other.call(openFromLead, { body: { leadId } });
  const { id = '', version = 0, tasks = [] } = conversion.body.opportunity ?? {};
  for (const task of tasks.filter(({ required }) => required))
    await other.call(completeTask, { params: { id: task.id }, body: {} });
  await other.call(updateOpportunity, { params: { id }, body: { version, ...facts } });
  const dealFollowUp = await other.call(recordOpportunityFollowUp, { params: { id }, ...reached });
  const stage = await other.call(advanceStage, { params: { id }, body: {} });
  const all = { followUp, handOver, conversion, dealFollowUp, stage };
  expect(Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, cost(answer)]))).toEqual({
    followUp: '201 at 11',
    handOver: '200 at 20',
    conversion: '201 at 31',
    dealFollowUp: '201 at 11',
    stage: '200 at 12',
  });
});
