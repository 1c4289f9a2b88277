import { listTasks, timeline } from '@dealtrail/protocol/activities';
import { listAudit } from '@dealtrail/protocol/audit';
import * as protocol from '@dealtrail/protocol/automation';
import { addTouch, assignLead, getLead, updateLead } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { react } from '../../../kernel/events/index.ts';
import { buildLead, followUp, reachedWith } from '../../leads/testing/build-lead.ts';
import { type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';
import { buildAutomation, ruleWith } from '../testing/build-automation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let house: TestHouse;
let admin: Caller;
let boss: Caller;
let rep: Caller;
let away: Caller;
let orgId: string;

/** What a test made is newer than this. */
let since: string;

beforeAll(async () => {
  house = await testHouse();
  ({ admin, boss, rep, away, orgId } = await company({
    admin: { role: 'administrator', name: '管理员' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王主管' },
    rep: { role: 'representative', department: 'North', name: '李想' },
    away: { role: 'presales', department: 'South' },
  }));
});

beforeEach(() => {
  house.time.set(TEST_START);
  since = house.time.newId();
});

/** No test is watched by the automations of another. */
afterEach(async () => {
  for (const { id } of (await admin.call(protocol.listAutomations, {})).body.items)
    await admin.call(protocol.removeAutomation, { params: { id } });
});

const runs = async (query: Record<string, string> = {}) =>
  (await admin.call(protocol.listRuns, { query })).body.items.filter(({ id }) => id > since);
const told = async (who: Caller) =>
  (await who.call(listNotifications, {})).body.items
    .filter(({ id, kind }) => id > since && kind.startsWith('automation.'))
    .map(({ text }) => text.params['text'] ?? text.key);

test('an automation acts through the verbs of people, and says so in history, audit and log', async () => {
  const { id } = await buildAutomation(admin, {
    name: '展会线索',
    conditions: { field: 'source', op: 'eq', value: 'exhibition' },
    actions: [
      { do: 'set', field: 'priority', value: 'high' },
      { do: 'task', for: { who: 'owner' }, title: '给 {title} 打电话', workdays: 1 },
      { do: 'notify', to: [{ who: 'supervisor' }, { who: 'owner' }], text: '{owner} 有一条展会线索' },
    ],
  });
  const lead = await buildLead(rep, { source: '展会咨询', companyName: '常州凌越机电有限公司' });
  await house.drain(orgId);
  expect((await rep.call(getLead, { params: { id: lead.id } })).body).toMatchObject({
    priority: 'high',
    priorityWhy: [{ params: { by: '自动化规则「展会线索」' } }],
  });
  const tasks = (await rep.call(listTasks, { params: { id: lead.id } })).body.items;
  expect(tasks).toContainEqual(
    expect.objectContaining({
      title: '给 常州凌越机电有限公司 打电话',
      ownerName: '李想',
      dueAt: '2026-03-19T10:00:00.000Z',
    }),
  );
  expect(await told(boss)).toEqual(['李想 有一条展会线索']);
  expect(await told(rep)).toEqual(['李想 有一条展会线索']);
  const lines = (await rep.call(timeline, { params: { id: lead.id }, query: {} })).body.items;
  expect(lines.find(({ type }) => type === 'automation.acted')?.text).toMatchObject({
    key: 'automation.event.acted',
    params: { name: '展会线索', whyZh: expect.stringContaining('把优先级改为“高”；给 李想 建任务') },
  });
  const [run, ...more] = await runs();
  expect(more).toEqual([]);
  expect(run).toMatchObject({
    automationId: id,
    recordId: lead.id,
    outcome: 'acted',
    event: 'leads.created',
    unmet: [],
  });
  expect(run?.did.map(({ do: what, outcome }) => `${what} ${outcome}`)).toEqual([
    'set done',
    'task done',
    'notify done',
  ]);
  const audit = (await admin.call(listAudit, { params: { id: lead.id } })).body.items;
  expect(audit.filter(({ operation }) => operation === 'automation.run').length).toBeGreaterThan(0);
});

test('what keeps an automation from acting is told with what the record has instead', async () => {
  await buildAutomation(admin, {
    conditions: {
      all: [
        { field: 'intent', op: 'eq', value: 'high' },
        { field: 'city', op: 'eq', value: '无锡' },
      ],
    },
  });
  const lead = await buildLead(rep, { city: '常州' });
  await house.drain(orgId);
  const [run] = (await rep.call(protocol.listRunsOfRecord, { params: { id: lead.id } })).body.items;
  expect(run).toMatchObject({
    outcome: 'passed',
    why: null,
    unmet: [
      { asked: { field: 'intent' }, had: lead.intent, not: false },
      { asked: { field: 'city' }, had: '常州' },
    ],
    did: [],
  });
  expect(await told(rep)).toEqual([]);
});

test('a fact delivered again changes nothing, and nothing is carried to who has no use for it', async () => {
  const asked = async () => {
    const tx = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
    const reaction = house.services.registry.reactions.get('automation.run');
    return house.services.database.write(tx, async (one) => [...((await reaction?.wanted?.(one)) ?? [])]);
  };
  expect(await asked()).toEqual([]);
  await buildAutomation(admin);
  expect(await asked()).toEqual(['leads.created']);
  const lead = await buildLead(rep);
  await house.drain(orgId);
  const [fact] = await house.services.database.readRows<{ id: string }>(orgId, {
    text: `select id from seen.events where org_id = $1 and record_id = $2 and type = 'leads.created'`,
    values: [orgId, lead.id],
  });
  expect(await react(house.services, { orgId, eventId: fact?.id ?? '', reaction: 'automation.run' })).toBe(false);
  expect(await runs()).toHaveLength(1);
  expect(await told(rep)).toHaveLength(1);
});

test('two automations that answer each other end where the first comes round again', async () => {
  const mate = (who: Caller) => ({ do: 'assign' as const, memberId: who.memberId });
  const byHand = { on: 'event' as const, event: 'leads.assigned', of: ['hand'] };
  const isOf = (who: Caller) => ({ field: 'ownerId', op: 'eq' as const, value: who.memberId });
  await buildAutomation(admin, { name: '去', trigger: byHand, conditions: isOf(rep), actions: [mate(boss)] });
  await buildAutomation(admin, { name: '回', trigger: byHand, conditions: isOf(boss), actions: [mate(rep)] });
  const lead = await buildLead(rep);
  await admin.call(assignLead, { params: { id: lead.id }, body: { ownerId: boss.memberId, reason: '换人' } });
  await house.drain(orgId);
  const all = (await runs()).filter(({ unmet }) => unmet.length === 0).toReversed();
  expect(all.map(({ automationName, outcome, why }) => `${automationName} ${outcome} ${why?.key ?? ''}`)).toEqual([
    '回 acted ',
    '去 acted ',
    '回 passed automation.why.again_in_chain',
    '回 passed automation.why.again_in_chain',
  ]);
});

test('an automation that acts too often stops, and its author hears of it', async () => {
  const made = await buildAutomation(admin, { perHour: 2 });
  for (let i = 0; i < 4; i += 1) await buildLead(rep);
  await house.drain(orgId);
  expect((await runs()).map(({ outcome }) => outcome).toSorted()).toEqual(['acted', 'acted', 'passed']);
  const { items } = (await admin.call(protocol.listAutomations, {})).body;
  expect(items[0]).toMatchObject({ active: false, acted: 2, stoppedWhy: { key: 'automation.why.too_often' } });
  expect(await told(admin)).toEqual(['automation.notice.stopped']);
  const again = await admin.call(protocol.updateAutomation, {
    params: { id: made.id },
    body: { version: items[0]?.version ?? 0, active: true },
  });
  expect(again.body).toMatchObject({ active: true, stoppedWhy: null });
});

test('a lead is given out again by the rules of assignment, and its history names the rule', async () => {
  await buildAutomation(admin, {
    name: '公海自动分配',
    trigger: { on: 'event', event: 'leads.created' },
    conditions: { field: 'ownerId', op: 'isEmpty', value: true },
    actions: [{ do: 'give_out' }, { do: 'notify', to: [{ who: 'owner' }], text: '{title} 归您了' }],
  });
  const lead = await buildLead(admin, { assign: 'pool' });
  await house.drain(orgId);
  expect((await admin.call(getLead, { params: { id: lead.id } })).body).toMatchObject({ ownerId: rep.memberId });
  expect(await told(rep)).toHaveLength(1);
  expect((await runs())[0]?.did[0]).toMatchObject({
    do: 'give_out',
    outcome: 'done',
    why: { params: { owner: '李想' } },
  });
});

test('what the rules of people refuse is told as refused, and costs the other actions nothing', async () => {
  await buildAutomation(admin, {
    trigger: { on: 'event', event: 'leads.pooled' },
    actions: [{ do: 'pool' }, { do: 'task', for: { who: 'supervisor' }, title: '看看', workdays: 0 }],
  });
  await buildLead(admin, { assign: 'pool' });
  const { trigger: _trigger, ...rest } = ruleWith({ actions: [{ do: 'pool' }] });
  await buildAutomation(admin, { ...rest, trigger: { on: 'event', event: 'leads.created' } });
  await buildLead(admin, { assign: 'pool' });
  await house.drain(orgId);
  const byHand = await buildAutomation(admin, {
    trigger: { on: 'event', event: 'leads.touched' },
    actions: [{ do: 'assign', memberId: away.memberId }],
  });
  const tx = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await house.services.database.write(tx, (one) =>
    one.run({
      text: 'update app.members set active = false where org_id = $1 and id = $2',
      values: [orgId, away.memberId],
    }),
  );
  const known = await buildLead(rep);
  await rep.call(addTouch, { params: { id: known.id }, body: { source: '官网' } });
  await house.drain(orgId);
  const [gone] = await runs({ automationId: byHand.id });
  expect(gone?.did).toMatchObject([{ outcome: 'refused', why: { key: 'problem.member_unavailable' } }]);
  const refused = (await runs({ outcome: 'refused' })).flatMap(({ did }) => did.map(({ why }) => why?.key));
  expect(refused).toContain('problem.lead_in_pool');
});

test('one switch stops them all; what happened meanwhile is not made up for', async () => {
  await buildAutomation(admin);
  await admin.call(protocol.switchAutomations, { body: { running: false } });
  await buildLead(rep);
  await house.drain(orgId);
  await admin.call(protocol.switchAutomations, { body: { running: true } });
  await house.drain(orgId);
  expect(await runs()).toEqual([]);
  expect((await admin.call(protocol.listAutomations, {})).body.running).toBe(true);
});

test('a time acts on the records that fit, once for each, and again after its days', async () => {
  const lead = await buildLead(rep, { city: '苏州' });
  const other = await buildLead(rep, { city: '苏州' });
  await followUp(rep, other.id, reachedWith());
  await buildAutomation(admin, {
    name: '三天没联系',
    trigger: { on: 'time', every: 'day', hour: 9, workdaysOnly: true, againAfterDays: 3 },
    conditions: {
      all: [
        { field: 'city', op: 'eq', value: '苏州' },
        { field: 'assignedAt', op: 'lte', value: { relative: '-1d' } },
        { field: 'firstTouchAt', op: 'isEmpty', value: true },
      ],
    },
  });
  const acted = async () => (await runs()).map(({ recordId }) => recordId);
  house.time.advance(DAY);
  await house.drain(orgId);
  expect(await acted()).toEqual([lead.id]);
  await house.drain(orgId);
  house.time.advance(DAY);
  await house.drain(orgId);
  expect(await acted()).toEqual([lead.id]);
  // Over the weekend: its time comes on Monday.
  house.time.advance(3 * DAY);
  await house.drain(orgId);
  expect(await acted()).toEqual([lead.id, lead.id]);
});

test('a trial says what would have been acted on and what kept the others out, and writes nothing', async () => {
  const {
    name: _name,
    perHour: _perHour,
    ...rule
  } = ruleWith({
    conditions: { field: 'city', op: 'eq', value: '镇江' },
  });
  const asked = async (body: typeof rule) => (await admin.call(protocol.tryAutomation, { body })).body;
  const before = await asked(rule);
  const lead = await buildLead(rep, { city: '镇江' });
  await buildLead(rep, { city: '徐州' });
  const after = await asked(rule);
  expect(after).toMatchObject({
    days: 30,
    considered: before.considered + 2,
    exact: true,
    hits: 1,
    items: [{ recordId: lead.id, number: lead.number, ownerName: '李想' }],
    missed: [{ asked: { field: 'city' }, count: before.considered + 1 }],
  });
  const everyDay = { on: 'time', every: 'day', hour: 9, workdaysOnly: true, againAfterDays: 1 } as const;
  expect(await asked({ ...rule, trigger: everyDay })).toMatchObject({ hits: 1, items: [{ at: null }] });
  expect(await runs()).toEqual([]);
});

test('every version of an automation is kept with who made it; switching it off makes none', async () => {
  const { id } = await buildAutomation(admin, { name: '起初' });
  const change = async (body: object) => {
    const [known] = (await admin.call(protocol.listAutomations, {})).body.items;
    return admin.call(protocol.updateAutomation, { params: { id }, body: { version: known?.version ?? 0, ...body } });
  };
  await change({ active: false });
  await change({ name: '后来', active: true });
  const { items } = (await admin.call(protocol.listVersions, { params: { id } })).body;
  expect(items.map(({ version, rule, savedByName }) => [version, rule.name, savedByName])).toEqual([
    [3, '后来', '管理员'],
    [1, '起初', '管理员'],
  ]);
  expect(items[0]?.rule).toEqual(ruleWith({ name: '后来' }));
});

test('what could not run is refused with the place', async () => {
  const unsound: [Parameters<typeof ruleWith>[0], string][] = [
    [{ trigger: { on: 'event', event: 'leads.revealed' } }, 'trigger.event trigger_unknown'],
    [{ trigger: { on: 'event', event: 'opportunities.opened' } }, 'trigger.event trigger_unknown'],
    [{ trigger: { on: 'event', event: 'leads.assigned', of: ['magic'] } }, 'trigger.of trigger_unknown'],
    [{ conditions: { field: 'phone', op: 'startsWith', value: '138' } }, 'conditions.field condition_refused'],
    [
      { kind: 'customer', trigger: { on: 'event', event: 'customers.created' }, actions: [{ do: 'pool' }] },
      'actions.0 action_not_for_kind',
    ],
    [{ actions: [{ do: 'set', field: 'intent', value: 'huge' }] }, 'actions.0.value value_refused'],
    [{ actions: [{ do: 'set', field: 'phone', value: '1' }] }, 'actions.0.value value_refused'],
    [{ actions: [{ do: 'assign', memberId: house.time.newId() }] }, 'actions.0 member_unknown'],
  ];
  for (const [facts, place] of unsound) {
    const { status, problem } = await admin.call(protocol.createAutomation, {
      body: { ...ruleWith(facts), active: true },
    });
    expect([status, problem.code]).toEqual([422, 'automation_unsound']);
    expect(problem.fields?.map(({ path, code }) => `${path} ${code}`)).toEqual([place]);
  }
});

test('only who manages automations sees and changes them', async () => {
  const { id } = await buildAutomation(admin);
  for (const who of [rep, boss]) {
    expect((await who.call(protocol.listAutomations, {})).status).toBe(403);
    expect((await who.call(protocol.removeAutomation, { params: { id } })).status).toBe(403);
  }
  expect((await admin.call(protocol.removeAutomation, { params: { id } })).status).toBe(204);
  const lead = await buildLead(rep);
  await rep.call(updateLead, { params: { id: lead.id }, body: { version: lead.version, city: '无锡' } });
  await house.drain(orgId);
  expect((await admin.call(protocol.listAutomations, {})).body.items).toEqual([]);
  expect(await runs()).toEqual([]);
});
