import * as protocol from '@dealtrail/protocol/clocks';
import { createLead, getLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';

let house: TestHouse;
let rep: Caller;
let admin: Caller;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
  ({ rep, admin } = await company({
    rep: { role: 'representative', department: 'North' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  }));
});

async function policyOf(key: string, who = admin): Promise<protocol.ClockPolicyView> {
  const { body } = await who.call(protocol.listClockPolicies, {});
  const found = body.items.find((item) => item.key === key);
  if (!found) throw new Error(`no policy ${key}`);
  return found;
}

const newLead = async (more: object = {}) => {
  const made = await rep.call(createLead, {
    body: {
      companyName: `合肥启岭新能源${Math.trunc(house.time.now().getTime() % 1e6)}`,
      contactName: '吴副总',
      contactTitle: '副总经理',
      phone: '13900001111',
      industry: '新能源',
      source: '转介绍',
      need: '已立项，预算 80 万，月底前定供应商',
      ...more,
    },
  });
  expect(made.problem).toMatchObject({ id: expect.any(String) });
  return made.body.id;
};

async function dueOf(id: string, policyKey: string): Promise<string | undefined> {
  const { body } = await rep.call(getLead, { params: { id } });
  return body.clocks.find((clock) => clock.policyKey === policyKey && clock.stoppedAt === null)?.dueAt;
}

async function hours(key: string, high: number): Promise<protocol.PolicyTerms> {
  const { terms } = await policyOf(key);
  return {
    ...terms,
    limit: { ...(terms.limit as Record<string, never>), high: { unit: 'natural_hours', amount: high } },
  };
}

test('everybody reads the limits; only who manages the organisation sets them', async () => {
  expect((await policyOf('first_touch', rep)).terms.limit).toMatchObject({ high: { amount: 24 } });
  const terms = await hours('first_touch', 8);
  const refused = await rep.call(protocol.saveClockPolicy, {
    body: { key: 'first_touch', version: 0, terms, applyToOpen: false },
  });
  expect([refused.status, refused.problem.code]).toEqual([403, 'not_allowed']);
});

test('new terms hold for clocks started from now on, at once, and are audited', async () => {
  const before = await newLead();
  const terms = await hours('first_touch', 8);
  const saved = await admin.call(protocol.saveClockPolicy, {
    body: { key: 'first_touch', version: 0, terms, applyToOpen: false },
  });
  expect(saved.body).toMatchObject({ version: 1, replanning: false, open: 1, overdue: 0 });
  const after = await newLead({ phone: '13900002222' });
  expect([await dueOf(before, 'first_touch'), await dueOf(after, 'first_touch')]).toEqual([
    '2026-03-19T02:12:00.000Z',
    '2026-03-18T10:12:00.000Z',
  ]);
  const audited = await house.services.database.readRows<{ operation: string }>(admin.orgId, {
    text: `select operation from seen.audit where org_id = $1 and table_name = 'clock_terms'`,
    values: [admin.orgId],
  });
  expect(audited).toEqual([{ operation: 'clocks.savePolicy' }]);
});

test('a preview says what would happen, and applying it to open clocks does just that, with a line in the history', async () => {
  const id = await newLead();
  house.time.advance(9 * 3_600_000);
  const terms = await hours('first_touch', 8);
  const saturday = '2026-02-14T17:00:00+08:00';
  const preview = await admin.call(protocol.previewClockPolicy, { body: { key: 'first_touch', terms, at: saturday } });
  expect(preview.body).toMatchObject({ open: 1, overdue: 0, changed: 1, overdueAtOnce: 1, kept: 0 });
  // The Saturday before the Spring Festival is a workday; what falls on the holiday moves behind it.
  expect(preview.body.samples.map(({ variant, dueAt, restDays }) => [variant, dueAt, restDays])).toEqual([
    ['high', '2026-02-23T17:00:00.000Z', 9],
    ['medium', '2026-02-25T09:00:00.000Z', 9],
    ['low', '2026-02-26T09:00:00.000Z', 9],
  ]);
  expect(preview.body.examples).toMatchObject([{ recordId: id, newDueAt: '2026-03-18T10:12:00.000Z' }]);
  expect(await dueOf(id, 'first_touch')).toBe('2026-03-19T02:12:00.000Z');
  const saved = await admin.call(protocol.saveClockPolicy, {
    body: { key: 'first_touch', version: 0, terms, applyToOpen: true },
  });
  expect(saved.body.replanning).toBe(true);
  await house.drain(admin.orgId);
  expect(await dueOf(id, 'first_touch')).toBe('2026-03-18T10:12:00.000Z');
  expect(await policyOf('first_touch')).toMatchObject({ replanning: false, overdue: 1 });
  const told = await house.services.database.readRows<{ text: { key: string } }>(admin.orgId, {
    text: `select text from seen.events where org_id = $1 and type = 'clocks.replanned'`,
    values: [admin.orgId],
  });
  expect(told.map(({ text }) => text.key)).toEqual(['clocks.event.replanned_by_terms']);
});

test('going back to what ships needs the version and reaches open clocks where asked', async () => {
  const terms = await hours('first_touch', 8);
  await admin.call(protocol.saveClockPolicy, { body: { key: 'first_touch', version: 0, terms, applyToOpen: false } });
  const id = await newLead();
  const stale = await admin.call(protocol.saveClockPolicy, {
    body: { key: 'first_touch', version: 0, terms, applyToOpen: false },
  });
  expect([stale.status, stale.problem.code]).toEqual([409, 'stale_version']);
  const reset = await admin.call(protocol.resetClockPolicy, {
    body: { key: 'first_touch', version: 1, applyToOpen: true },
  });
  expect(reset.body).toMatchObject({ version: 0, terms: { limit: { high: { amount: 24 } } } });
  const query = { key: 'first_touch' };
  const versions = await admin.call(protocol.listClockPolicyVersions, { query });
  expect(versions.body.items).toMatchObject([
    { terms: null, reachedOpen: true },
    { terms: { limit: { high: { amount: 8 } } }, reachedOpen: false },
  ]);
  expect((await rep.call(protocol.listClockPolicyVersions, { query })).status).toBe(403);
  await house.drain(admin.orgId);
  expect(await dueOf(id, 'first_touch')).toBe('2026-03-19T02:12:00.000Z');
});

test('a limit switched off starts no clock, and the follow-up it belongs to still goes through', async () => {
  const { terms } = await policyOf('call_back');
  await admin.call(protocol.saveClockPolicy, {
    body: { key: 'call_back', version: 0, terms: { ...terms, active: false }, applyToOpen: true },
  });
  const id = await newLead();
  const recorded = await rep.call(recordFollowUp, {
    params: { id },
    body: {
      method: 'phone',
      outcome: 'reached',
      occurredAt: house.time.now().toISOString(),
      content: '电话确认了三号产线的改造范围，方案书已经发到对方邮箱',
      feedback: '认可方案，预算 80 万以内',
      nextStep: '下周三电话听取评审意见',
      nextStepOn: '2026-03-25',
      toState: 'proposal_submitted',
    },
  });
  expect(recorded.status).toBe(201);
  expect(await dueOf(id, 'call_back')).toBeUndefined();
});

test.each([
  ['an unknown limit', 'no_such_limit', {}, 404, 'not_found'],
  [
    'one limit for all intents',
    'first_touch',
    { limit: { unit: 'natural_hours', amount: 2 } },
    422,
    'policy_terms_invalid',
  ],
  ['a limit of no length', 'complete_lead', { limit: { unit: 'working_hours', amount: 0 } }, 422, 'invalid_input'],
])('%s is refused with its place', async (_, key, part, status, code) => {
  const { terms } = await policyOf(key === 'no_such_limit' ? 'first_touch' : key);
  const answer = await admin.call(protocol.saveClockPolicy, {
    body: { key, version: 0, terms: { ...terms, ...part } as never, applyToOpen: false },
  });
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
});
