import {
  addContact,
  type BlockedBy,
  createCustomer,
  getCustomer,
  listCustomers,
  revealContact,
  updateCustomer,
} from '@dealtrail/protocol/customers';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  other: { role: 'representative', department: 'South' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
} as const;

test('the same company under another spelling is refused with who follows it, and nothing else of it', async () => {
  const { rep, other } = await company(people);
  await rep.call(createCustomer, { body: { name: '无锡澄禾新材料有限公司' } });
  const again = await other.call(createCustomer, { body: { name: '澄禾新材料（无锡）有限公司' } });
  expect([again.status, again.problem.code]).toEqual([409, 'duplicate_blocked']);
  const { duplicates, mayOverride } = again.problem.current as BlockedBy;
  expect(mayOverride).toBe(false);
  expect(duplicates).toMatchObject([
    { grade: 'same', visible: false, id: null, title: null, ownerName: '周予安', departmentName: 'North' },
  ]);
  expect((await other.call(listCustomers, {})).body.items).toEqual([]);
});

test('two who save the same company at once end with one customer', async () => {
  const { rep, boss } = await company(people);
  const create = (who: typeof rep) => who.call(createCustomer, { body: { name: '湖州苕溪线缆厂' } });
  const answers = await Promise.all([create(rep), create(boss)]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
});

test('a key sent twice is one customer with one answer; with another body it is refused', async () => {
  const { rep } = await company(people);
  const send = (name: string) => rep.call(createCustomer, { body: { name } }, { idempotencyKey: 'k-1' });
  const [first, second] = [await send('台州椒岚阀门'), await send('台州椒岚阀门')];
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect((await send('另一家公司')).problem.code).toBe('idempotency_key_reused');
  expect((await rep.call(listCustomers, { query: { total: 'capped' } })).body.total?.count).toBe(1);
});

test('twenty parallel requests with one key make one customer', async () => {
  const { rep } = await company(people);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      rep.call(createCustomer, { body: { name: '镇江焦麓铝业' } }, { idempotencyKey: 'many' }),
    ),
  );
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.every(({ status }) => status === 201)).toBe(true);
});

test('contact data is masked everywhere until it is revealed, which is counted', async () => {
  const { rep, boss } = await company(people);
  const { id } = (await rep.call(createCustomer, { body: { name: '泰州凤栖医械' } })).body;
  const added = await rep.call(addContact, {
    params: { id },
    body: { name: '蒋主任', phone: '133 1234 6158', email: 'jiang@fengqi.cn' },
  });
  expect(added.body.phone).toBe('133****6158');
  const shown = await rep.call(getCustomer, { params: { id } });
  expect(JSON.stringify(shown.body)).not.toContain('1234');
  const params = { id, contactId: added.body.id };
  const revealed = await rep.call(revealContact, { params, body: { purpose: 'call' } });
  expect(revealed.body).toMatchObject({ phone: '+8613312346158', usedToday: 1, dailyLimit: 100 });
  const unexplained = await boss.call(revealContact, { params, body: { purpose: 'call' } });
  expect([unexplained.status, unexplained.problem.code]).toEqual([422, 'reveal_reason_needed']);
  expect((await boss.call(revealContact, { params, body: { purpose: 'call', reason: '抽查' } })).status).toBe(200);
});

test('own sees own, a supervisor sees the department, a stranger sees nothing', async () => {
  const { rep, other, boss } = await company(people);
  const { id } = (await rep.call(createCustomer, { body: { name: '芜湖鸠江注塑' } })).body;
  expect((await boss.call(getCustomer, { params: { id } })).status).toBe(200);
  expect((await other.call(getCustomer, { params: { id } })).status).toBe(404);
  expect((await other.call(updateCustomer, { params: { id }, body: { version: 1, city: '芜湖' } })).status).toBe(404);
});

test('an edit needs the version that was seen', async () => {
  const { rep } = await company(people);
  const { id } = (await rep.call(createCustomer, { body: { name: '淮安漕运粮机' } })).body;
  const edit = (version: number, city: string) => rep.call(updateCustomer, { params: { id }, body: { version, city } });
  expect((await edit(1, '淮安')).body).toMatchObject({ city: '淮安', version: 2 });
  expect((await edit(1, '扬州')).status).toBe(409);
});
