import * as protocol from '@dealtrail/protocol/forms';
import { getLead, listLeads, listTouches } from '@dealtrail/protocol/leads';
import { openFromLead } from '@dealtrail/protocol/opportunities';
import { timeline } from '@dealtrail/protocol/activities';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

let admin: Caller;
let form: protocol.WebForm;

const settings = {
  name: '官网咨询',
  title: '预约产线诊断',
  intro: null,
  sendText: null,
  accent: '#0b6e4f',
  source: 'website',
  campaign: '春季推广',
  fields: [
    { name: 'companyName' as const, required: true },
    { name: 'contactName' as const, required: false },
    { name: 'phone' as const, required: true },
    { name: 'need' as const, required: false },
  ],
  consentText: '同意贵司就咨询事宜与我联系',
  thanksText: '已收到，我们会尽快联系您',
  redirectUrl: null,
  active: true,
};
const visitor = {
  companyName: '常州凌越机电有限公司',
  phone: '138 1212 3434',
  need: '急需采购两条产线的改造',
  consent: 'on',
};

beforeEach(async () => {
  ({ admin } = await company({
    admin: { role: 'administrator' },
    rep: { role: 'representative', department: 'East' },
  }));
  form = (await admin.call(protocol.createForm, { body: settings })).body;
});

let serial = 0;

/** Sends the form from anywhere: no key, no cookie, another origin; each test comes from an address of its own. */
async function send(sent: object, options: { typed?: boolean; from?: string; key?: string } = {}) {
  const { app } = await testHouse();
  serial += 1;
  return app.inject({
    method: 'POST',
    url: `/api/v1/public/forms/${options.key ?? form.key}`,
    remoteAddress: options.from ?? `198.51.100.${serial}`,
    headers: {
      origin: 'https://www.example.cn',
      'sec-fetch-site': 'cross-site',
      'content-type': options.typed ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    payload: options.typed ? new URLSearchParams(sent as Record<string, string>).toString() : JSON.stringify(sent),
  });
}

const counted = async () => (await admin.call(protocol.listForms, {})).body.items[0];
const leads = async () => (await admin.call(listLeads, {})).body.items;

test('a visitor of any page becomes a lead with source, campaign, owner and the consent in its history', async () => {
  const answer = await send(visitor);
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { thanksText: '已收到，我们会尽快联系您', redirectUrl: null },
  ]);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  const [lead] = await leads();
  expect(lead).toMatchObject({ companyName: '常州凌越机电有限公司', source: 'website', state: 'assigned' });
  const full = await admin.call(getLead, { params: { id: lead?.id ?? '' } });
  expect(full.body).toMatchObject({ campaign: '春季推广', need: '急需采购两条产线的改造' });
  expect(full.body.ownerId).not.toBeNull();
  const lines = await admin.call(timeline, { params: { id: lead?.id ?? '' } });
  expect(JSON.stringify(lines.body)).toContain('同意贵司就咨询事宜与我联系');
  expect(await counted()).toMatchObject({ created: 1, joined: 0, held: 0 });
});

test('a plain page without a script is sent on', async () => {
  const answer = await send(visitor, { typed: true });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/f/${form.key}/thanks`]);
  expect(await leads()).toHaveLength(1);
});

test('another origin may ask first', async () => {
  const { app } = await testHouse();
  const answer = await app.inject({ method: 'OPTIONS', url: `/api/v1/public/forms/${form.key}` });
  expect([answer.statusCode, answer.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST']);
  const closed = await app.inject({ url: '/api/v1/leads', headers: { origin: 'https://www.example.cn' } });
  expect(closed.headers).not.toHaveProperty('access-control-allow-origin');
});

test('sent twice, or twice at once, it is one submission', async () => {
  await Promise.all([send(visitor), send(visitor)]);
  await send({ ...visitor, submissionId: 'one' });
  await send({ ...visitor, need: '改了主意', submissionId: 'one' });
  expect(await counted()).toMatchObject({ created: 1, joined: 1 });
  expect(await leads()).toHaveLength(1);
});

test('the same visitor again joins the lead there is, as a touch of its own', async () => {
  await send(visitor);
  await send({ ...visitor, contactName: '陈工', need: '补充：还要 12 台检测设备' });
  const [lead, ...others] = await leads();
  expect(others).toEqual([]);
  expect(lead).toMatchObject({ contactName: '陈工' });
  const touches = await admin.call(listTouches, { params: { id: lead?.id ?? '' } });
  expect(touches.body.items).toMatchObject([{ via: 'form', source: 'website', note: '补充：还要 12 台检测设备' }]);
});

test.each([
  ['without consent', { ...visitor, consent: '' }, 'consent_missing', 'consent'],
  ['without the required phone', { companyName: '甲公司', consent: 'on' }, 'form_incomplete', 'phone'],
  ['with half a phone', { ...visitor, phone: '138' }, 'phone_invalid', 'phone'],
  ['with a field of ours', { ...visitor, ownerId: 'me' }, 'invalid_input', 'ownerId'],
])('%s it is refused with the field, and nothing is kept', async (_, sent, code, path) => {
  const answer = await send(sent);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
  expect(answer.json<{ fields: { path: string }[] }>().fields[0]?.path).toBe(path);
  expect(await counted()).toMatchObject({ created: 0, joined: 0, held: 0 });
});

test('what looks like a program waits for a person, who takes it in or throws it away with its content', async () => {
  const answer = await send({ ...visitor, website_url: 'http://spam.example' });
  expect(answer.statusCode).toBe(200);
  await send({ ...visitor, companyName: '广告公司', need: 'http://a.cn http://b.cn http://c.cn' });
  expect(await leads()).toEqual([]);
  const held = await admin.call(protocol.listHeld, { params: { id: form.id } });
  expect(held.body.items.map(({ reason }) => reason).toSorted()).toEqual(['links', 'trap']);
  expect(JSON.stringify(held.body)).not.toContain('12123434');
  const trapped = held.body.items.find(({ reason }) => reason === 'trap');
  const advert = held.body.items.find(({ reason }) => reason === 'links');
  const taken = await admin.call(protocol.decideHeld, { params: { id: trapped?.id ?? '' }, body: { take: true } });
  expect(taken.body.leadId).toBe((await leads())[0]?.id);
  await admin.call(protocol.decideHeld, { params: { id: advert?.id ?? '' }, body: { take: false } });
  const again = await admin.call(protocol.decideHeld, { params: { id: advert?.id ?? '' }, body: { take: true } });
  expect([again.status, again.problem.code]).toEqual([409, 'already_decided']);
  const { services } = await testHouse();
  const left = await services.database.readRows<{ content: unknown }>(admin.orgId, {
    text: 'select content from seen.form_submissions where org_id = $1 and content is not null',
    values: [admin.orgId],
  });
  expect(left).toEqual([]);
});

test('each count of a form opens as many submissions, with the lead where the reader sees it', async () => {
  const named = (name: string, phone: string) => ({ ...visitor, companyName: `常州${name}和机电有限公司`, phone });
  await send(named('甲', '13812121201'));
  await send(named('乙', '13812121202'));
  await send(named('丙', '13812121203'));
  await send({ ...named('甲', '13812121201'), need: '再问一次' });
  await send({ ...visitor, website_url: 'http://spam.example' });
  const [lead] = await leads();
  await admin.call(openFromLead, { body: { leadId: lead?.id ?? '' } });
  expect(await counted()).toMatchObject({ created: 3, qualified: 1, converted: 0, joined: 1, held: 1 });
  for (const outcome of ['created', 'qualified', 'converted', 'joined', 'held'] as const) {
    const listed = await admin.call(protocol.listSubmissions, { params: { id: form.id }, query: { outcome } });
    expect(listed.body.items).toHaveLength((await counted())?.[outcome] ?? -1);
  }
  const { items } = (await admin.call(protocol.listSubmissions, { params: { id: form.id } })).body;
  expect(items.map(({ state }) => state)).toEqual(['held', 'joined', 'created', 'created', 'created']);
  expect(items.filter((sent) => sent.lead?.state === 'qualified')).toHaveLength(1);
});

test('the visitor meets the page as it was made: title, names of fields, colour', async () => {
  const fields = [
    { name: 'phone' as const, required: true, label: '手机号' },
    { name: 'contactName' as const, required: false },
  ];
  await admin.call(protocol.updateForm, {
    params: { id: form.id },
    body: { version: 1, fields, sendText: '马上预约' },
  });
  const { app } = await testHouse();
  const asked = await app.inject({ url: `/api/v1/public/forms/${form.key}` });
  expect(asked.json()).toMatchObject({
    title: '预约产线诊断',
    intro: null,
    sendText: '马上预约',
    accent: '#0b6e4f',
    fields,
  });
});

test('a peer that floods is held back; another is not', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => send({ ...visitor, submissionId: `flood ${i}` }, { from: '203.0.113.9' })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toContain(429);
  expect((await send({ ...visitor, submissionId: 'calm' })).statusCode).toBe(200);
});

test('a form that is off, unknown or of another organisation cannot be told apart', async () => {
  await admin.call(protocol.updateForm, { params: { id: form.id }, body: { version: 1, active: false } });
  const off = await send(visitor);
  const unknown = await send(visitor, { key: 'A'.repeat(43) });
  expect([off.statusCode, unknown.statusCode]).toEqual([404, 404]);
  expect(off.json()).toEqual(unknown.json());
});

test.each([
  ['no way to be reached', { fields: [{ name: 'companyName' as const, required: true }] }, 'form_unreachable'],
  ['a source nobody listed', { source: 'moon' }, 'source_unknown'],
])('a form with %s is refused', async (_, part, code) => {
  const answer = await admin.call(protocol.createForm, { body: { ...settings, ...part } });
  expect([answer.status, answer.problem.code]).toEqual([422, code]);
});
