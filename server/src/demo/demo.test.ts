import { session } from '@dealtrail/protocol/auth';
import { demoPeople, demoState, enterDemo, leaveDemo, removeDemo, startDemo } from '@dealtrail/protocol/demo';
import { today } from '@dealtrail/protocol/insights';
import { createLead, listLeads } from '@dealtrail/protocol/leads';
import { inviteMember } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { ask, enter } from '../testing/at-the-door.ts';
import { type Caller, company, type TestHouse, testHouse } from '../testing/test-house.ts';

const SMALL = { days: 60, leads: 60 } as const;
/** A play of the small size on two busy cores. */
const LONG = 180_000;

let house: TestHouse;
let admin: Caller;
let rep: Caller;
let cookie: string;

beforeAll(async () => {
  house = await testHouse();
  ({ admin, rep } = await company({ admin: { role: 'administrator', name: '苏予' }, rep: { role: 'representative' } }));
  cookie = await enter(admin);
  await ask(startDemo, { body: SMALL }, { cookie });
  await house.drain(admin.orgId);
}, LONG);

const stateOf = async (who = cookie) => (await ask(demoState, {}, { cookie: who })).body;
const people = async () => (await ask(demoPeople, {}, { cookie })).body.items;
const sit = async (memberId?: string, who = cookie) =>
  ask(enterDemo, { body: memberId === undefined ? {} : { memberId } }, { cookie: who });

/** What a demo holds, without what depends on the order in which things were written down. */
async function digestOf(demoOrgId: string): Promise<unknown> {
  const { database } = house.services;
  return database.readRows(
    demoOrgId,
    sql`select l.company_name, l.contact_name, l.source, l.state, l.intent, l.priority, l.signed_minor, l.created_at, m.name as owner,
        o.state as deal, o.stage_key, o.amount_minor,
        (select string_agg(f.content, '|' order by f.occurred_at, f.content) from seen.follow_ups f where f.org_id = l.org_id and f.record_id in (l.id, o.id)) as told
      from seen.leads l join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
      left join seen.opportunities o on o.org_id = l.org_id and o.id = l.opportunity_id
      where l.org_id = ${demoOrgId}::uuid order by l.company_name, l.created_at`,
  );
}

test('a demo stands beside the own organisation, which stays as it was', async () => {
  expect(await stateOf()).toMatchObject({ phase: 'standing', days: 60, done: 60, inside: false });
  const own = await admin.call(listLeads, { query: { total: 'exact' } });
  expect(own.body.total?.count).toBe(0);
});

test('its forty people can be looked through, each with what they may see, but for the one who left', async () => {
  const cast = await people();
  expect(cast).toHaveLength(39);
  expect(cast.find(({ roleKeys }) => roleKeys.includes('administrator'))?.name).toBe('苏予');
  const seller = cast.find(({ roleKeys, overdue }) => roleKeys.includes('representative') && overdue > 0);
  const entered = await sit(seller?.id);
  expect(entered.body).toMatchObject({ seated: true, member: { name: seller?.name } });
  const day = (await ask(today, { query: {} }, { cookie })).body;
  expect(day.items.length).toBeGreaterThan(0);
  expect(await stateOf()).toMatchObject({ phase: 'standing', inside: true });
  expect((await ask(leaveDemo, {}, { cookie })).body).toMatchObject({ seated: false, member: { name: '苏予' } });
  expect((await ask(session, {}, { cookie })).body.organization.id).toBe(admin.orgId);
});

test('nobody real is ever looked through', async () => {
  const names = (await people()).map(({ id }) => id);
  expect(names).not.toContain(rep.memberId);
  expect((await sit(rep.memberId)).status).toBe(404);
  expect((await sit(admin.memberId)).status).toBe(404);
  const { other } = await company({ other: { role: 'administrator' } });
  expect((await sit(other.memberId)).status).toBe(404);
  // Somebody real who joined the demo is no more its actor than anybody else.
  await sit();
  const invited = await ask(inviteMember, { body: { roleKeys: ['representative'], name: '真人' } }, { cookie });
  expect(invited.status).toBeLessThan(300);
  await ask(leaveDemo, {}, { cookie });
});

test('only an administrator of the organisation it belongs to gets in, and only with a browser session', async () => {
  const [someone] = await people();
  expect((await sit(someone?.id, await enter(rep))).status).toBe(403);
  const { other } = await company({ other: { role: 'administrator' } });
  expect((await sit(someone?.id, await enter(other))).status).toBe(409);
  expect((await admin.call(enterDemo, { body: {} })).problem.code).toBe('session_needed');
});

test('every kind of limit has an open breach', async () => {
  const demoId = (await sit()).body.organization.id;
  await ask(leaveDemo, {}, { cookie });
  const late = await house.services.database.readRows(
    demoId,
    sql<{ policyKey: string }>`select distinct policy_key from seen.clocks
      where org_id = ${demoId}::uuid and stopped_at is null and state = 'running' and due_at < ${house.time.now()} order by 1`,
  );
  expect(late.map(({ policyKey }) => policyKey)).toEqual(
    expect.arrayContaining(['assign_high', 'call_back', 'complete_lead', 'first_touch', 'next_step', 'stagnation']),
  );
});

test('who left owns nothing open any more, and leads lie in the pool', async () => {
  const demoId = (await sit()).body.organization.id;
  await ask(leaveDemo, {}, { cookie });
  const left = await house.services.database.readRows(
    demoId,
    sql`select r.id from seen.members m join seen.records r on r.org_id = m.org_id and r.owner_id = m.id
        left join seen.leads l on l.org_id = r.org_id and l.id = r.id
        left join seen.opportunities o on o.org_id = r.org_id and o.id = r.id
      where m.org_id = ${demoId}::uuid and not m.active and (o.state = 'open' or l.state in ('assigned', 'contacted', 'need_confirmed'))`,
  );
  expect(left).toEqual([]);
  const pooled = await house.services.database.readRows(
    demoId,
    sql`select id from seen.leads where org_id = ${demoId}::uuid and pool_id is not null`,
  );
  expect(pooled.length).toBeGreaterThan(0);
});

test('what was made up is told from what people add, and goes in one act when its name is typed', async () => {
  await sit();
  const demoId = (await ask(session, {}, { cookie })).body.organization.id;
  house.time.advance(60_000);
  await ask(createLead, { body: { companyName: '真实录入的公司', source: '转介绍' } }, { cookie });
  expect((await ask(removeDemo, { body: { name: '砺川' } }, { cookie })).problem.code).toBe('demo_inside');
  await ask(leaveDemo, {}, { cookie });
  expect((await stateOf()).added).toMatchObject({ leads: 1, opportunities: 0 });
  expect((await ask(removeDemo, { body: { name: '别的' } }, { cookie })).problem.code).toBe('demo_name_wrong');
  const { name } = await stateOf();
  await sit();
  const elsewhere = await enter(admin);
  expect((await ask(removeDemo, { body: { name: name ?? '' } }, { cookie: elsewhere })).body.phase).toBe('clearing');
  await house.drain(admin.orgId);
  expect((await stateOf(elsewhere)).phase).toBe('none');
  // The browser that was inside finds itself at home.
  expect((await ask(session, {}, { cookie })).body.organization.id).toBe(admin.orgId);
  const { writes } = house.services.database;
  const left = await writes.query(
    'select 1 from auth.demo_people where org_id = $1 union all select 1 from auth.memberships where org_id = $1',
    [demoId],
  );
  expect(left.rowCount).toBe(0);
  expect(await digestOf(demoId)).toEqual([]);
});

test(
  'asked for twice from the same moment it is the same, and a play that broke off leaves nothing half',
  async () => {
    const { one, two } = await company({ one: { role: 'administrator', name: '甲' }, two: { role: 'administrator' } });
    const { lifecycle, database } = house.services;
    const small = { days: 21, leads: 60 } as const;
    expect((await one.call(startDemo, { body: small })).body.phase).toBe('asked');
    // The process is told to stop in the middle.
    lifecycle.draining = true;
    await house.services.registry.sweeps
      .find(({ name }) => name === 'demo.make')
      ?.run({ orgId: one.orgId, services: house.services });
    lifecycle.draining = false;
    expect((await one.call(demoState, {})).body.phase).toBe('asked');
    expect((await two.call(demoPeople, {})).body.items).toEqual([]);
    await house.drain(one.orgId);
    const twin = await company({ admin: { role: 'administrator', name: '甲' } });
    await twin.admin.call(startDemo, { body: small });
    await house.drain(twin.orgId);
    const [first, second] = await Promise.all(
      [one.orgId, twin.orgId].map(async (orgId) => {
        const [demo] = await database.readRows(
          orgId,
          sql<{ id: string }>`select id from seen.demos where org_id = ${orgId}::uuid`,
        );
        return digestOf(demo?.id ?? '');
      }),
    );
    expect((first as unknown[]).length).toBeGreaterThan(50);
    expect(first).toEqual(second);
  },
  LONG,
);
