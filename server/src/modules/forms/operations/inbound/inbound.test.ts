import { createHmac } from 'node:crypto';
import * as protocol from '@dealtrail/protocol/forms';
import { getLead, listLeads } from '@dealtrail/protocol/leads';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../../testing/test-house.ts';

let admin: Caller;
let opened: protocol.OpenedHook;
let serial = 0;

const settings = {
  source: 'partner',
  campaign: '秋季投放',
  fields: [
    { name: 'companyName' as const, path: 'customer.name' },
    { name: 'phone' as const, path: 'customer.tel' },
    { name: 'need' as const, path: 'form.answers' },
    { name: 'city' as const, constant: '苏州' },
  ],
  deliveryPath: 'event.id',
  active: true,
  signed: false,
};

beforeAll(async () => {
  ({ admin } = await company({
    admin: { role: 'administrator' },
    rep: { role: 'representative', department: 'East' },
  }));
});

const open = async (told: Partial<typeof settings> = {}) =>
  (await admin.call(protocol.createHook, { body: { ...settings, ...told, name: `抖音表单${(serial += 1)}` } })).body;

beforeEach(async () => {
  opened = await open();
});

async function post(body: string | Buffer | object, headers: Record<string, string> = {}, path = opened.path) {
  const { app } = await testHouse();
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const sent = { 'content-type': 'application/json', ...headers };
  const answer = await app.inject({ method: 'POST', url: path, payload, headers: sent, remoteAddress: '198.51.100.7' });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
}

const event = (id: string, customer: object) => ({
  event: { id },
  customer,
  form: { answers: ['采购 2 条产线', '预算已定'] },
});
const counted = async () =>
  (await admin.call(protocol.listHooks, {})).body.items.find(({ id }) => id === opened.hook.id);
const posts = async () => (await admin.call(protocol.listPosts, { params: { id: opened.hook.id } })).body.items;

test('a post becomes a lead by the mapping, with source and campaign of the door, and the same delivery again changes nothing', async () => {
  const sent = event('e-1', { name: '常州凌越机电有限公司', tel: '13812123434' });
  expect((await post(sent)).body).toEqual({ state: 'created' });
  expect((await post({ ...sent, customer: { name: '别的公司' } })).body).toEqual({ state: 'repeated' });
  const [kept] = await posts();
  const lead = await admin.call(getLead, { params: { id: kept?.leadId ?? '' } });
  expect(lead.body).toMatchObject({
    companyName: '常州凌越机电有限公司',
    source: 'partner',
    campaign: '秋季投放',
    city: '苏州',
    need: '采购 2 条产线、预算已定',
  });
  expect(lead.body.ownerId).not.toBeNull();
  expect([kept?.body?.includes('13812123434'), kept?.facts?.phone]).toEqual([false, '138****3434']);
  expect((await post(event('e-2', { name: '常州凌越机电有限公司', tel: '13812123434' }))).body.state).toBe('joined');
  expect(await counted()).toMatchObject({ created: 1, joined: 1, held: 0 });
});

test('what cannot be kept stands in the tray with its reason, is mended there and sent again', async () => {
  expect((await post(event('e-1', { name: '无锡新洲电机厂', tel: '138' }))).body).toEqual({ state: 'held' });
  expect((await post(event('e-2', { tel: '13700001111' }))).body).toEqual({ state: 'held' });
  const [nameless, wrong] = await posts();
  expect([nameless?.reason, wrong?.reason]).toEqual(['lead_nameless', 'phone_invalid']);
  const params = { id: wrong?.id ?? '' };
  const again = await admin.call(protocol.decidePost, { params, body: { take: true } });
  expect([again.status, again.problem.code]).toEqual([422, 'phone_invalid']);
  const facts = { phone: '13706195532' };
  const taken = await admin.call(protocol.decidePost, { params, body: { take: true, facts } });
  const lead = await admin.call(getLead, { params: { id: taken.body.leadId ?? '' } });
  expect(lead.body).toMatchObject({ companyName: '无锡新洲电机厂', phone: '137****5532' });
  expect((await admin.call(protocol.decidePost, { params, body: { take: false } })).problem.code).toBe(
    'already_decided',
  );
  await admin.call(protocol.decidePost, { params: { id: nameless?.id ?? '' }, body: { take: false } });
  expect((await posts()).map(({ state, body }) => [state, body])).toEqual([
    ['discarded', null],
    ['created', null],
  ]);
});

test.each([
  ['GBK bytes', Buffer.from([0x7b, 0x22, 0xbc, 0xd7, 0xb9, 0xab, 0x22, 0x7d]), 422, 'body_not_utf8'],
  ['half a JSON', '{"customer":', 422, 'body_not_json'],
  ['a list', '[]', 422, 'body_not_object'],
  ['too deep a nest', '{"a":'.repeat(12) + '1' + '}'.repeat(12), 422, 'body_too_deep'],
  ['more than 64 kB', JSON.stringify({ text: 'x'.repeat(70_000) }), 413, 'payload_too_large'],
])('%s is answered with a clear word and leaves nothing', async (_, body, status, code) => {
  const answer = await post(body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await posts()).toEqual([]);
});

test('a signed door takes only what its key signed, and an old address ends with a new one', async () => {
  const signed = await open({ signed: true });
  const body = JSON.stringify(event('e-1', { name: '宁波海曙铸业' }));
  const sign = (key: string) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
  expect((await post(body, {}, signed.path)).status).toBe(401);
  expect((await post(body, { 'x-signature': sign('guess') }, signed.path)).body.code).toBe('signature_wrong');
  expect((await post(body, { 'x-signature': sign(signed.signSecret ?? '') }, signed.path)).status).toBe(200);
  const renewed = await admin.call(protocol.renewHook, { params: { id: signed.hook.id }, body: { signed: false } });
  expect((await post(body, {}, signed.path)).status).toBe(404);
  expect((await post(body, {}, renewed.body.path)).body).toEqual({ state: 'repeated' });
  expect(JSON.stringify((await admin.call(protocol.listHooks, {})).body)).not.toContain('hook_');
});

test('a flood of posts is refused with the time to wait, and nothing else suffers', async () => {
  const before = (await admin.call(listLeads, {})).body.items.length;
  const answers = await Promise.all(Array.from({ length: 400 }, () => post(event('flood', { name: '嘉兴立成五金' }))));
  const refused = answers.filter(({ status }) => status === 429);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await admin.call(listLeads, {})).body.items.length).toBe(before + 1);
});

test('a mapping is tried on a sample without a trace, and says which paths lead to nothing', async () => {
  const fields = [
    { name: 'companyName' as const, path: 'customer.title' },
    { name: 'phone' as const, path: 'customer.tel' },
  ];
  const sample = JSON.stringify({ customer: { name: '甲公司', tel: '13812123434' } });
  const params = { id: opened.hook.id };
  const tried = (await admin.call(protocol.tryHook, { params, body: { fields, sample } })).body;
  expect(tried).toEqual({
    facts: { phone: '138****3434' },
    nothingAt: ['companyName'],
    reason: 'lead_nameless',
    paths: ['customer.name', 'customer.tel'],
  });
  expect(await posts()).toEqual([]);
});

test('bodies are kept for a week and no longer', async () => {
  const { time, drain } = await testHouse();
  await post(event('e-1', { name: '台州路桥模具' }));
  expect((await posts())[0]?.body).toContain('台州路桥模具');
  time.set('2026-03-26T10:12:00+08:00');
  await drain(admin.orgId);
  expect((await posts())[0]?.body).toBeNull();
  time.set(TEST_START);
});
