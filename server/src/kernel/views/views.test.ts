import { listCustomers } from '@dealtrail/protocol/customers';
import { createLead, listLeads } from '@dealtrail/protocol/leads';
import { listOpportunities } from '@dealtrail/protocol/opportunities';
import { arrangeViews, createView, listViews, removeView, updateView, type ViewShape } from '@dealtrail/protocol/views';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../testing/test-house.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North/One', name: '李雷' },
  mate: { role: 'representative', department: 'North/One', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  admin: { role: 'administrator', name: '管理员' },
  finance: { role: 'finance', name: '刘敏' },
} as const;

const plain: ViewShape = { filter: null, sort: null, columns: null, group: null, density: null };
const eastern: ViewShape = {
  filter: JSON.stringify({ field: 'region', op: 'eq', value: '华东' }),
  sort: '-priorityRank',
  columns: [
    { key: 'phone', width: 140 },
    { key: 'state', width: null },
  ],
  group: 'priority',
  density: 'dense',
};
const list = 'leads.list';

const viewsOf = async (caller: Caller, of = list) => (await caller.call(listViews, { query: { list: of } })).body.items;
const namesOf = async (caller: Caller) => (await viewsOf(caller)).flatMap(({ name }) => name ?? []);
const keep = async (caller: Caller, body: object = {}) =>
  caller.call(createView, { body: { list, name: '华东', shape: eastern, ...body } });

test('every shipped view has a name in both languages and opens its list without a refusal', async () => {
  const { services } = await testHouse();
  const { zh, en } = services.registry.messages;
  const { admin, rep } = await company(people);
  for (const [name, operation] of [
    ['leads.list', listLeads],
    ['opportunities.list', listOpportunities],
    ['customers.list', listCustomers],
  ] as const) {
    for (const caller of [admin, rep]) {
      for (const { id, shape, lost, name: called } of await viewsOf(caller, name)) {
        expect([called, lost, zh[`view.${name}.${id}`], en[`view.${name}.${id}`]]).toEqual([
          null,
          [],
          expect.any(String),
          expect.any(String),
        ]);
        const query = {
          ...(shape.filter === null ? {} : { filter: shape.filter }),
          ...(shape.sort === null ? {} : { sort: shape.sort }),
        };
        expect((await caller.call(operation, { query })).status, `${name} ${id}`).toBe(200);
      }
    }
  }
});

test('who sees only their own starts with these, others with all', async () => {
  const { rep, boss } = await company(people);
  const first = async (caller: Caller) => (await viewsOf(caller)).filter((view) => view.isDefault).map(({ id }) => id);
  expect([await first(rep), await first(boss)]).toEqual([['mine'], ['all']]);
});

test('a view is kept with its filter, columns, sort, groups and row height, for its owner alone', async () => {
  const { rep, mate } = await company(people);
  const made = await keep(rep);
  expect([made.status, made.body.shape, made.body.sharing, made.body.abilities]).toEqual([
    201,
    eastern,
    'private',
    { update: true, remove: true },
  ]);
  expect([await namesOf(rep), await namesOf(mate)]).toEqual([['华东'], []]);
  const params = { id: made.body.id };
  expect((await mate.call(updateView, { params, body: { version: 1, name: '我的' } })).status).toBe(404);
  expect((await mate.call(removeView, { params })).status).toBe(404);
  const renamed = await rep.call(updateView, { params, body: { version: 1, name: '华东高优先' } });
  expect([renamed.body.name, renamed.body.shape, renamed.body.version]).toEqual(['华东高优先', eastern, 2]);
  const late = await rep.call(updateView, { params, body: { version: 1, shape: plain } });
  expect([late.status, late.problem.code]).toEqual([409, 'stale_version']);
  expect((await rep.call(removeView, { params })).status).toBe(204);
  expect(await namesOf(rep)).toEqual([]);
});

test('tabs stand as the member put them, and what they hide stays away from them alone', async () => {
  const { admin, boss } = await company(people);
  const { id } = (await keep(admin, { sharing: 'everyone' })).body;
  const body = { list, order: [id, 'overdue'], hidden: ['recent', id], defaultId: 'overdue' };
  const arranged = (await boss.call(arrangeViews, { body })).body.items;
  expect(arranged.slice(0, 3).map((view) => view.id)).toEqual([id, 'overdue', 'mine']);
  expect(arranged.filter((view) => view.hidden).map((view) => view.id)).toEqual([id, 'recent']);
  expect(arranged.filter((view) => view.isDefault).map((view) => view.id)).toEqual(['overdue']);
  expect(await viewsOf(boss)).toEqual(arranged);
  expect((await viewsOf(admin)).filter((view) => view.hidden)).toEqual([]);
  const gone = (await boss.call(arrangeViews, { body: { ...body, defaultId: 'gone' } })).body.items;
  expect(gone.find((view) => view.isDefault)?.id).toBe('all');
});

test('sharing needs the right to, and reaches no further than it', async () => {
  const made = await company(people);
  const { rep, mate, south, boss, admin } = made;
  const inside = [made.department('North/One')];
  const outside = [made.department('South')];
  expect((await keep(rep, { sharing: 'departments', departmentIds: inside })).problem.code).toBe('sharing_not_allowed');
  expect((await keep(boss, { sharing: 'everyone' })).problem.code).toBe('sharing_not_allowed');
  expect((await keep(boss, { sharing: 'departments', departmentIds: outside })).status).toBe(403);
  const shared = (await keep(boss, { name: '一组', sharing: 'departments', departmentIds: inside })).body;
  await keep(admin, { name: '全员', sharing: 'everyone' });
  expect(await namesOf(mate)).toEqual(['一组', '全员']);
  expect(await namesOf(south)).toEqual(['全员']);
  const seen = (await viewsOf(mate)).find(({ name }) => name === '一组');
  expect([seen?.ownerName, seen?.abilities]).toEqual(['王总', { update: false, remove: false }]);
  const params = { id: shared.id };
  expect((await mate.call(updateView, { params, body: { version: 1, name: '我的' } })).status).toBe(403);
  expect((await mate.call(removeView, { params })).status).toBe(403);
  expect((await admin.call(removeView, { params })).status).toBe(404);
  const back = await boss.call(updateView, { params, body: { version: 1, sharing: 'private' } });
  expect([back.body.sharing, back.body.departmentIds]).toEqual(['private', []]);
  expect(await namesOf(mate)).toEqual(['全员']);
});

test('a shared view widens nobody’s rights', async () => {
  const { rep, mate, admin, finance } = await company(people);
  for (const [caller, companyName] of [[rep, '甲厂'] as const, [mate, '乙厂'] as const]) {
    await caller.call(createLead, { body: { companyName, city: '上海', source: '转介绍' } });
  }
  await keep(admin, { sharing: 'everyone' });
  const shared = (await viewsOf(rep)).find(({ name }) => name === '华东');
  const { body } = await rep.call(listLeads, { query: { filter: shared?.shape.filter ?? '' } });
  expect(body.items.map(({ title }) => title)).toEqual(['甲厂']);
  expect((await finance.call(listViews, { query: { list } })).status).toBe(403);
});

test('what the list cannot answer is not kept, and a view that lost a field says so', async () => {
  const { rep } = await company(people);
  const masked = { ...plain, filter: '{"field":"phone","op":"eq","value":"138"}' };
  expect((await keep(rep, { shape: masked })).problem.params).toMatchObject({ reason: 'field_not_allowed' });
  expect((await keep(rep, { shape: { ...plain, sort: 'industry' } })).problem.code).toBe('filter_refused');
  expect((await keep(rep, { list: 'nothing.list' })).problem.code).toBe('list_unknown');
  const { id } = (await keep(rep)).body;
  const former = {
    ...eastern,
    filter: '{"all":[{"field":"grade","op":"eq","value":"A"},{"field":"region","op":"isEmpty"}]}',
  };
  await (await testHouse()).services.database.write(
    { orgId: rep.orgId, actorId: null, operation: 'testing', requestId: 'test' },
    (tx) =>
      tx.run({
        text: 'update app.views set shape = $3 where org_id = $1 and id = $2',
        values: [rep.orgId, id, JSON.stringify(former)],
      }),
  );
  expect((await viewsOf(rep)).find((view) => view.id === id)?.lost).toEqual(['grade']);
});

test('opening the tabs of a list costs one flight of two statements, three with kept views', async () => {
  const { rep } = await company(people);
  const statements = async () => Number((await rep.call(listViews, { query: { list } })).headers['x-statements']);
  expect(await statements()).toBe(2);
  await keep(rep);
  expect(await statements()).toBe(3);
});
