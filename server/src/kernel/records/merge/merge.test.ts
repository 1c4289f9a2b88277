import { createTask, listTasks, timeline } from '@dealtrail/protocol/activities';
import { listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { createCustomer } from '@dealtrail/protocol/customers';
import { findDuplicates, getLead, listLeads, recordFollowUp } from '@dealtrail/protocol/leads';
import { getOpportunity, openFromLead } from '@dealtrail/protocol/opportunities';
import { getRecord, listShares, shareRecord } from '@dealtrail/protocol/records';
import { search } from '@dealtrail/protocol/search';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { form } from '../../http/testing/form.ts';
import { contextOf } from '../../lists/testing/head-list.ts';
import { sweepBin } from '../bin/purge-records.ts';
import { newLead } from '../testing/new-lead.ts';
import { mergeHeads, undoMerge } from './merge-heads.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
} as const;

const DAY = 86_400_000;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

async function writing(
  who: Caller,
  run: (...args: Parameters<typeof mergeHeads>) => Promise<unknown>,
  from: string,
  into: string,
) {
  const house = await testHouse();
  const { actor } = await contextOf(house, who);
  const origin = { orgId: who.orgId, actorId: who.memberId, operation: 'testing.merge', requestId: 'test' };
  await house.services.database.write(origin, (tx) => run(tx, actor, house.services.registry, { from, into }));
}

const merge = (who: Caller, from: string, into: string) => writing(who, mergeHeads, from, into);
const undo = (who: Caller, from: string) =>
  writing(who, (tx, actor, registry) => undoMerge(tx, actor, registry, from), from, from);

/** A lead with something of everything that can hang on one. */
async function richLead(rep: Caller, mate: Caller, facts: Record<string, string>): Promise<string> {
  const id = await newLead(rep, facts);
  const { payload, headers } = form({ file: facts.companyName ?? 'x', name: '报价.pdf' });
  await rep.inject({ method: 'POST', url: `/api/v1${uploadAttachment.path.replace(':id', id)}`, payload, headers });
  const followed = await rep.call(recordFollowUp, {
    params: { id },
    body: {
      method: 'phone',
      outcome: 'reached',
      content: '确认 3 个型号的检测需求',
      feedback: '要求两周内给方案',
      nextStep: '提交检测方案',
      nextStepOn: '2026-03-25',
    },
  });
  expect(followed.status).toBe(201);
  await rep.call(createTask, { body: { title: '准备报价', recordId: id } });
  await rep.call(shareRecord, { params: { id }, body: { memberId: mate.memberId, level: 'read' } });
  return id;
}

async function pictureOf(who: Caller, id: string) {
  const lines = (await who.call(timeline, { params: { id } })).body;
  return {
    id: (await who.call(getLead, { params: { id } })).body.id,
    lines: lines.items.length,
    tasks: (await who.call(listTasks, { params: { id } })).body.items.length,
    files: (await who.call(listAttachments, { params: { id } })).body.items.length,
    shares: (await who.call(listShares, { params: { id } })).body.items.length,
    clocks: (await who.call(getLead, { params: { id } })).body.clocks?.map(({ policyKey }) => policyKey).toSorted(),
  };
}

test('everything that hangs on a record goes over, its id leads to the other, and undone all is as before', async () => {
  const { rep, mate } = await company(people);
  const from = await richLead(rep, mate, { companyName: '绍兴越川纺机厂', phone: '13870412046' });
  const into = await richLead(rep, mate, { companyName: '苏州屿澄精密制造有限公司', phone: '13895672046' });
  const [before, other] = [await pictureOf(rep, from), await pictureOf(rep, into)];
  await merge(rep, from, into);
  const joined = await pictureOf(rep, into);
  expect(joined).toMatchObject({
    files: before.files + other.files,
    tasks: before.tasks + other.tasks,
    lines: before.lines + other.lines + 1,
    shares: 1,
    clocks: other.clocks,
  });
  expect((await rep.call(listLeads, {})).body.items.map(({ id }) => id)).toEqual([into]);
  expect((await rep.call(search, { query: { q: '越川' } })).body.items).toEqual([]);
  expect(
    (await rep.call(findDuplicates, { body: { phone: '13870412046' } })).body.duplicates.map((hit) => hit.id),
  ).toEqual([into]);
  await undo(rep, from);
  expect(await pictureOf(rep, from)).toEqual(before);
  expect(await pictureOf(rep, into)).toMatchObject({
    files: other.files,
    tasks: other.tasks,
    shares: 1,
    clocks: other.clocks,
  });
});

test('whoever asks for the merged id is answered with the survivor, and only who may see that', async () => {
  const { rep, mate } = await company(people);
  const [first, second, third] = [await newLead(rep), await newLead(rep), await newLead(rep)];
  await merge(rep, first, second);
  await merge(rep, second, third);
  for (const id of [first, second]) {
    const answer = await rep.call(getLead, { params: { id } });
    expect([answer.status, answer.body.id, answer.headers['merged-into']]).toEqual([200, third, third]);
    expect((await rep.call(getRecord, { params: { id } })).body.id).toBe(third);
    const hidden = await mate.call(getLead, { params: { id } });
    expect([hidden.status, hidden.headers['merged-into']]).toEqual([404, undefined]);
  }
  expect((await rep.call(getLead, { params: { id: third } })).headers['merged-into']).toBeUndefined();
});

test('an opportunity refers to the lead that stays', async () => {
  const { rep } = await company(people);
  const [from, into] = [await newLead(rep), await newLead(rep)];
  const opened = await rep.call(openFromLead, { body: { leadId: from } });
  const id = opened.body.opportunity?.id ?? '';
  await merge(rep, from, into);
  expect((await rep.call(getOpportunity, { params: { id } })).body.leadId).toBe(into);
  await undo(rep, from);
  expect((await rep.call(getOpportunity, { params: { id } })).body.leadId).toBe(from);
});

test('records of two kinds, a record with itself, and records of others are not merged', async () => {
  const { rep, mate, boss } = await company(people);
  const [mine, theirs] = [await newLead(rep), await newLead(mate)];
  const { body: customer } = await rep.call(createCustomer, { body: { name: '绍兴越川纺机厂' } });
  await expect(merge(rep, mine, mine)).rejects.toMatchObject({ code: 'not_mergeable' });
  await expect(merge(rep, mine, customer.id)).rejects.toMatchObject({ code: 'not_mergeable' });
  await expect(merge(rep, mine, theirs)).rejects.toMatchObject({ code: 'not_found' });
  await merge(boss, mine, theirs);
  await expect(merge(boss, mine, theirs)).rejects.toMatchObject({ code: 'not_mergeable' });
});

test('after 30 days a merge stays: the id still leads on, what it said is gone', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const [from, into] = [await newLead(rep, { companyName: '绍兴越川纺机厂' }), await newLead(rep)];
  await merge(rep, from, into);
  house.time.advance(30 * DAY);
  await house.drain(rep.orgId);
  await sweepBin.run({ orgId: rep.orgId, services: house.services });
  await expect(undo(rep, from)).rejects.toMatchObject({ code: 'gone' });
  expect((await rep.call(getLead, { params: { id: from } })).body.id).toBe(into);
  const rows = await house.services.database.readRows<{ companyName: string | null }>(rep.orgId, {
    text: 'select company_name from seen.leads where org_id = $1 and id = $2',
    values: [rep.orgId, from],
  });
  expect(rows[0]?.companyName ?? null).toBeNull();
});
