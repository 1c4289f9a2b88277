import { getDuplicateRules, saveDuplicateRules } from '@dealtrail/protocol/customers';
import { createLead, getLead, listLeads } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../testing/test-house.ts';

const people = {
  admin: { role: 'administrator' },
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'South', name: '程野' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
} as const;

const facts = { companyName: '绍兴越川纺机厂', contactName: '郑海', source: '转介绍' };

async function ruling(admin: Caller, same: 'attach' | 'send'): Promise<void> {
  const { lead, customer } = (await admin.call(getDuplicateRules, {})).body;
  const saved = await admin.call(saveDuplicateRules, { body: { lead: { ...lead, same }, customer } });
  expect(saved.status).toBe(200);
}

const enter = (who: Caller, more: object = {}) => who.call(createLead, { body: { ...facts, ...more } });
const count = async (who: Caller) => (await who.call(listLeads, {})).body.items.length;

test('where the rule says so, the same company joins the open lead there is', async () => {
  const { admin, rep } = await company(people);
  await ruling(admin, 'attach');
  const first = (await enter(rep)).body;
  const again = (await enter(rep, { contactTitle: '设备部经理' })).body;
  expect([again.joined, again.id, again.contactTitle]).toEqual([true, first.id, '设备部经理']);
  expect(await count(rep)).toBe(1);
});

test('a lead that cannot join, because another has it, goes to them', async () => {
  const { admin, rep, mate } = await company(people);
  await ruling(admin, 'attach');
  const first = (await enter(rep)).body;
  const second = (await enter(mate)).body;
  expect([second.joined, second.id === first.id]).toEqual([false, false]);
  expect((await rep.call(getLead, { params: { id: second.id } })).body.ownerName).toBe('周予安');
  expect(await count(mate)).toBe(0);
});

test('a lead goes to whoever has the other; nobody is given what they cannot take', async () => {
  const { admin, rep, boss } = await company(people);
  await ruling(admin, 'send');
  const first = (await enter(boss, { assign: 'mine' })).body;
  expect(first.ownerId).toBe(boss.memberId);
  const sent = (await enter(rep)).body;
  expect(sent.ownerId).toBe(boss.memberId);
  const mine = (await enter(boss, { assign: 'mine' })).body;
  expect(mine.ownerId).toBe(boss.memberId);
});

test('whoever gives out leads may make a second one all the same', async () => {
  const { admin, boss } = await company(people);
  await ruling(admin, 'attach');
  const first = (await enter(boss, { assign: 'mine' })).body;
  const second = (await enter(boss, { assign: 'mine', onDuplicate: 'create' })).body;
  expect([second.joined, second.id === first.id]).toEqual([false, false]);
});

test('a customer is never attached or sent', async () => {
  const { admin } = await company(people);
  const { lead, customer } = (await admin.call(getDuplicateRules, {})).body;
  const body = { lead, customer: { ...customer, same: 'send' } } as never;
  expect((await admin.call(saveDuplicateRules, { body })).status).toBe(422);
});
