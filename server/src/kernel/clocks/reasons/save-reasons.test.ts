import * as protocol from '@dealtrail/protocol/clocks';
import { createLead, getLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';

const HOUR = 3_600_000;

let house: TestHouse;
let rep: Caller;
let admin: Caller;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
  ({ rep, admin } = await company({
    rep: { role: 'representative', department: 'North' },
    admin: { role: 'administrator' },
  }));
});

async function listOf(kind: protocol.ReasonKind, who = admin): Promise<protocol.ClockReasonList> {
  const { body } = await who.call(protocol.listClockReasons, {});
  return body.items.find((list) => list.kind === kind)!;
}

const asWanted = ({ reasons }: protocol.ClockReasonList) =>
  reasons.map(({ key, name, active }) => ({ key: key as string | undefined, name, active }));

const save = (
  kind: protocol.ReasonKind,
  version: number,
  reasons: { key?: string | undefined; name: string | null; active: boolean }[],
  who = admin,
) => who.call(protocol.saveClockReasons, { body: { kind, version, reasons } });

/** A lead whose first touch is overdue. */
async function lateLead(): Promise<{ id: string; clockId: string }> {
  const { body } = await rep.call(createLead, {
    body: { companyName: '嘉兴卓远传动', contactName: '沈经理', phone: '13900001234', source: '转介绍' },
  });
  house.time.advance(5 * 24 * HOUR);
  const { clocks } = (await rep.call(getLead, { params: { id: body.id } })).body;
  return { id: body.id, clockId: clocks.find(({ policyKey }) => policyKey === 'first_touch')!.id };
}

test('an administrator adds, renames, orders and switches off; everybody reads the list, and the audit keeps both', async () => {
  const before = await listOf('late');
  const [first, second, ...rest] = asWanted(before);
  const wanted = [
    { name: '展会期间', active: true },
    { ...second!, name: '外出拜访客户' },
    first!,
    ...rest.map((reason) => (reason.key === 'overloaded' ? { ...reason, active: false } : reason)),
  ];
  expect((await save('late', 0, wanted, rep)).status).toBe(403);
  const saved = await save('late', 0, wanted);
  expect(saved.status).toBe(200);
  expect(saved.body.version).toBe(1);
  expect(saved.body.reasons.slice(0, 3)).toMatchObject([
    { key: expect.stringMatching(/^own_/), name: '展会期间', shipped: false },
    { key: 'travelling', name: '外出拜访客户', shipped: true },
    { key: 'no_answer', name: null, needed: true },
  ]);
  expect(await listOf('late', rep)).toEqual(saved.body);
  expect((await listOf('pause')).version).toBe(0);
  expect((await save('late', 0, wanted)).problem).toMatchObject({ status: 409, code: 'stale_version' });
  const audited = await house.services.database.readRows<{ operation: string }>(admin.orgId, {
    text: `select operation from seen.audit where org_id = $1 and table_name = 'clock_reasons'`,
    values: [admin.orgId],
  });
  expect(audited).toEqual([{ operation: 'clocks.saveReasons' }]);
});

test('a list that cannot be is refused at its place', async () => {
  const wanted = asWanted(await listOf('late'));
  const refused = await save('late', 0, [...wanted, { name: '出差在外', active: true }]);
  expect(refused.problem).toMatchObject({
    status: 422,
    code: 'clock_reasons_invalid',
    fields: [{ path: `reasons.${wanted.length}`, code: 'name_taken' }],
  });
  expect((await save('late', 0, wanted.slice(0, 2))).problem.fields).toMatchObject([{ code: 'reason_missing' }]);
});

test('a reason that is not offered is refused with those that are, in a follow-up too', async () => {
  const { id, clockId } = await lateLead();
  const off = asWanted(await listOf('late')).map((reason) =>
    reason.key === 'travelling' ? { ...reason, active: false } : reason,
  );
  await save('late', 0, off);
  const give = (reason: string) => rep.call(protocol.giveLateReason, { params: { id: clockId }, body: { reason } });
  const refused = await give('travelling');
  expect(refused.problem).toMatchObject({ status: 422, code: 'clock_reason_unknown', fields: [{ path: 'reason' }] });
  expect(refused.problem.title).toContain('客户未接听、号码有误');
  const followUp = {
    method: 'phone',
    outcome: 'no_answer',
    lateReason: 'gone_fishing',
    nextStepOn: '2026-03-27',
  } as const;
  expect((await rep.call(recordFollowUp, { params: { id }, body: followUp })).problem).toMatchObject({
    code: 'clock_reason_unknown',
    fields: [{ path: 'lateReason' }],
  });
});

test('an own reason is given and counted like the others, and keeps its name when it is switched off', async () => {
  const { clockId } = await lateLead();
  const wanted = [...asWanted(await listOf('late')), { name: '展会期间', active: true }];
  const key = (await save('late', 0, wanted)).body.reasons.at(-1)!.key;
  const given = await rep.call(protocol.giveLateReason, { params: { id: clockId }, body: { reason: key } });
  expect(given.body.lateReason).toBe(key);
  const off = asWanted(await listOf('late')).map((one) => (one.key === key ? { ...one, active: false } : one));
  const saved = await save('late', 1, off);
  expect(saved.body.reasons.at(-1)).toMatchObject({ key, name: '展会期间', active: false });
  expect((await save('late', 2, off.slice(0, -1))).problem.fields).toMatchObject([{ code: 'reason_missing' }]);
});
