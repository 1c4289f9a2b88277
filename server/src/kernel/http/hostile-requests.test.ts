import { createCustomer, addContact } from '@dealtrail/protocol/customers';
import { createLead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { company, testHouse } from '../../testing/test-house.ts';

const people = { rep: { role: 'representative' } } as const;
const FORM = 'multipart/form-data; boundary=zzz';
const OPEN_PART = '--zzz\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc';

test.each([
  ['without its boundary', 'multipart/form-data', 'x'],
  ['that never begins', FORM, 'garbage'],
  ['that never ends', FORM, OPEN_PART],
])('a form %s is malformed, not a fault of ours', async (_, type, payload) => {
  const { rep } = await company(people);
  const customer = await rep.call(createCustomer, { body: { name: '表单公司' } });
  const url = `/api/v1/records/${customer.body.id}/attachments`;
  const answer = await rep.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
  expect([answer.status, answer.problem.code]).toEqual([400, 'malformed_request']);
});

test('a form does not pass for an empty JSON body', async () => {
  const { rep } = await company(people);
  const url = '/api/v1/notifications/read';
  const answer = await rep.inject({ method: 'POST', url, payload: '--zzz--', headers: { 'content-type': FORM } });
  expect([answer.status, answer.problem.code]).toEqual([415, 'unsupported_media_type']);
});

test('a refusal does not grow with what was sent', async () => {
  const { app } = await testHouse();
  const { rep } = await company(people);
  const payload = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`key${n}`, 1]));
  const headers = { authorization: `Bearer ${rep.key}` };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/leads', payload, headers });
  expect(answer.statusCode).toBe(422);
  expect(answer.body.length).toBeLessThan(2_000);
});

test.each(['/assets/x%zz', '/api/v1/leads/%c0%ae'])('the path %s is refused like any other request', async (url) => {
  const answer = await (await testHouse()).app.inject(url);
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed_request']);
  expect(answer.body).not.toContain('FST');
});

test.each(['x', '', '((('])('the board refuses the filter %j', async (filter) => {
  const { rep } = await company(people);
  const url = `/api/v1/opportunities/board?filter=${encodeURIComponent(filter)}`;
  const answer = await rep.inject({ method: 'GET', url });
  expect([answer.status, answer.problem.code]).toEqual([422, 'filter_refused']);
});

test('a masked address is nobody’s address', async () => {
  const { rep } = await company(people);
  const lead = await rep.call(createLead, { body: { companyName: '星号公司', email: 'ca***@x.cn', source: '官网' } });
  expect(lead.status).toBe(422);
  const customer = await rep.call(createCustomer, { body: { name: '星号客户' } });
  const params = { id: customer.body.id };
  const contact = await rep.call(addContact, { params, body: { name: '王', email: 'ca***@x.cn' } });
  expect([contact.status, contact.problem.code]).toEqual([422, 'email_invalid']);
});

test('thirty wrong passwords at once are no more tries than one after the other', async () => {
  const { app } = await testHouse();
  const payload = { identifier: 'parallel@hostile.test', password: 'not the password' };
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => app.inject({ method: 'POST', url: '/api/v1/session', payload })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(25);
});
