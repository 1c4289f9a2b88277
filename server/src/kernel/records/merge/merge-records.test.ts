import { addContact, createCustomer, getCustomer, updateCustomer } from '@dealtrail/protocol/customers';
import { findDuplicates, getLead, recordFollowUp, updateLead } from '@dealtrail/protocol/leads';
import { listMerges, mergeRecords, previewMerge, undoMergeOf } from '@dealtrail/protocol/records';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { newLead } from '../testing/new-lead.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North' },
} as const;

const DAY = 86_400_000;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

const one = { companyName: '绍兴越川纺机厂', contactName: '郑海', phone: '13870412046', need: '络筒机 12 台' };
const other = { companyName: '绍兴越川纺织机械厂', contactName: '郑海波', phone: '13895672046', need: '' };

const merge = (who: Caller, id: string, from: readonly string[], take: { field: string; from: string }[] = []) =>
  who.call(mergeRecords, { params: { id }, body: { from: [...from], take } });

test('records stand side by side with what hangs on them, numbers masked, and nothing changes', async () => {
  const { rep, mate } = await company(people);
  const ids = [await newLead(rep, one), await newLead(rep, other)];
  await rep.call(recordFollowUp, {
    params: { id: ids[1] ?? '' },
    body: {
      method: 'phone',
      outcome: 'reached',
      content: '确认 3 个型号的检测需求',
      feedback: '要求两周内给方案',
      nextStep: '提交检测方案',
      nextStepOn: '2026-03-25',
    },
  });
  const { body } = await rep.call(previewMerge, { body: { ids } });
  expect([body.kind, body.undoDays, body.records.map(({ id }) => id)]).toEqual(['lead', 30, ids]);
  expect(body.records.map(({ values }) => values.phone)).toEqual(['138****2046', '138****2046']);
  expect(body.records.map(({ values }) => values.contactName)).toEqual(['郑海', '郑海波']);
  expect(body.records[1]?.along).toContainEqual({ key: 'activities.along.follow_ups', count: 1 });
  expect(body.records[0]?.abilities).toEqual({ keep: true, giveUp: true });
  expect((await mate.call(previewMerge, { body: { ids } })).status).toBe(404);
});

test('chosen values are taken without being shown, both numbers find the one lead, and undone each has its own', async () => {
  const { rep } = await company(people);
  const [into, from] = [await newLead(rep, one), await newLead(rep, other)];
  const taken = await merge(
    rep,
    into,
    [from],
    [
      { field: 'phone', from },
      { field: 'contactName', from },
    ],
  );
  expect(taken.body).toEqual({ id: into, merged: 1 });
  const found = async (phone: string) =>
    (await rep.call(findDuplicates, { body: { phone } })).body.duplicates.map(({ id }) => id);
  expect([await found(one.phone), await found(other.phone)]).toEqual([[], [into]]);
  const after = (await rep.call(getLead, { params: { id: into } })).body;
  expect([after.contactName, after.companyName, after.need]).toEqual(['郑海波', one.companyName, one.need]);
  const listed = (await rep.call(listMerges, { params: { id: into } })).body.items;
  expect(listed).toMatchObject([{ id: from, title: other.companyName, abilities: { undo: true } }]);

  await rep.call(updateLead, { params: { id: into }, body: { version: after.version, contactName: '郑工' } });
  expect((await rep.call(undoMergeOf, { params: { id: into, from }, body: {} })).status).toBe(200);
  expect([await found(one.phone), await found(other.phone)]).toEqual([[into], [from]]);
  const names = [into, from].map(async (id) => (await rep.call(getLead, { params: { id } })).body.contactName);
  expect(await Promise.all(names)).toEqual(['郑工', '郑海波']);
  expect((await rep.call(listMerges, { params: { id: into } })).body.items).toEqual([]);
});

test('a customer that takes in others keeps their names as former names, and their people', async () => {
  const { rep } = await company(people);
  const make = async (name: string) => (await rep.call(createCustomer, { body: { name } })).body.id;
  const [into, second, third] = [
    await make('绍兴越川纺机厂'),
    await make('杭州芷兰贸易有限公司'),
    await make('苏州屿澄仪表厂'),
  ];
  await rep.call(addContact, { params: { id: second }, body: { name: '陆明舟', phone: '13895672046' } });
  expect((await merge(rep, into, [second, third], [{ field: 'name', from: third }])).body.merged).toBe(2);
  const after = (await rep.call(getCustomer, { params: { id: into } })).body;
  expect([after.name, after.formerNames.toSorted(), after.contacts.length]).toEqual([
    '苏州屿澄仪表厂',
    ['杭州芷兰贸易有限公司', '绍兴越川纺机厂'].toSorted(),
    1,
  ]);
  for (const from of [third, second]) {
    expect((await rep.call(undoMergeOf, { params: { id: into, from }, body: {} })).status).toBe(200);
  }
  const back = (await rep.call(getCustomer, { params: { id: into } })).body;
  expect([back.name, back.formerNames, back.contacts]).toEqual(['绍兴越川纺机厂', [], []]);
  expect((await rep.call(getCustomer, { params: { id: second } })).body.contacts).toHaveLength(1);
});

test('what cannot be merged is refused, and after 30 days nothing is undone', async () => {
  const { time } = await testHouse();
  const { rep, mate } = await company(people);
  const [into, from, theirs] = [await newLead(rep), await newLead(rep), await newLead(mate)];
  const { body: customer } = await rep.call(createCustomer, { body: { name: '绍兴越川纺机厂' } });
  expect((await merge(rep, into, [customer.id])).problem?.code).toBe('not_mergeable');
  expect((await merge(rep, into, [into])).problem?.code).toBe('not_mergeable');
  expect((await merge(rep, into, [theirs])).status).toBe(404);
  expect((await merge(rep, into, [from], [{ field: 'source', from }])).problem?.code).toBe('merge_field_unknown');
  expect((await merge(rep, into, [from])).status).toBe(200);
  time.advance(31 * DAY);
  expect((await rep.call(listMerges, { params: { id: into } })).body.items).toEqual([]);
  const late = await rep.call(undoMergeOf, { params: { id: into, from }, body: {} });
  expect(late.problem?.code).toBe('gone');
});

test('a customer renamed since keeps its new name when the merge is taken back', async () => {
  const { rep } = await company(people);
  const make = async (name: string) => (await rep.call(createCustomer, { body: { name } })).body.id;
  const [into, from] = [await make('绍兴越川纺机厂'), await make('苏州屿澄仪表厂')];
  await merge(rep, into, [from], [{ field: 'name', from }]);
  const { version } = (await rep.call(getCustomer, { params: { id: into } })).body;
  await rep.call(updateCustomer, { params: { id: into }, body: { version, name: '绍兴越川智能纺机厂' } });
  await rep.call(undoMergeOf, { params: { id: into, from }, body: {} });
  expect((await rep.call(getCustomer, { params: { id: into } })).body.name).toBe('绍兴越川智能纺机厂');
});

test('a lead that is complete takes over no time limit to complete it, and the other has one again', async () => {
  const { rep } = await company(people);
  const whole = { industry: '制造业', contactTitle: '厂长', email: 'zheng@yuechuan.example' };
  const [into, from] = [await newLead(rep, { ...one, ...whole }), await newLead(rep, other)];
  const limits = async (id: string) =>
    (await rep.call(getLead, { params: { id } })).body.clocks
      ?.filter((clock) => clock.state !== 'met')
      .map(({ policyKey }) => policyKey);
  expect([await limits(into), await limits(from)]).toEqual([
    ['first_touch'],
    expect.arrayContaining(['complete_lead']),
  ]);
  await merge(rep, into, [from]);
  expect(await limits(into)).not.toContain('complete_lead');
  await rep.call(undoMergeOf, { params: { id: into, from }, body: {} });
  expect(await limits(from)).toContain('complete_lead');
});
