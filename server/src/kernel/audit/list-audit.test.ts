import * as protocol from '@dealtrail/protocol/audit';
import * as customers from '@dealtrail/protocol/customers';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../testing/test-house.ts';

const team = () =>
  company({
    rep: { role: 'representative', department: 'North', name: '李想' },
    mate: { role: 'representative', department: 'North' },
    finance: { role: 'finance' },
    admin: { role: 'administrator' },
  });

test('an administrator reads who changed what on a record, contact data masked', async () => {
  const { rep, admin } = await team();
  const customer = await rep.call(customers.createCustomer, { body: { name: '晨星科技有限公司' } });
  expect(customer.status).toBe(201);
  const { id } = customer.body;
  await rep.call(customers.addContact, {
    params: { id },
    body: { name: '张伟', phone: '13895672046', email: 'zhangwei@example.com' },
  });
  const { body, status } = await admin.call(protocol.listAudit, { params: { id } });
  expect(status).toBe(200);
  const added = body.items.find(({ table }) => table === 'contacts');
  expect(added).toMatchObject({
    actorName: '李想',
    operation: 'customers.addContact',
    changes: {
      name: { before: null, after: '张伟' },
      phone: { before: null, after: expect.stringMatching(/^138\*{4}2046$/) },
      email: { before: null, after: 'zh***@example.com' },
    },
  });
  expect(JSON.stringify(body)).not.toContain('95672046');
});

test('history is for those who may change the record or read the audit, of records that are there', async () => {
  const { rep, mate, finance, admin } = await team();
  const { body } = await rep.call(customers.createCustomer, { body: { name: '北斗仪器有限公司' } });
  const at = async (who: Caller, id = body.id) => (await who.call(protocol.listAudit, { params: { id } })).status;
  expect([await at(rep), await at(admin), await at(finance), await at(mate)]).toEqual([200, 200, 403, 404]);
  const there = await company({ admin: { role: 'administrator' } });
  expect(await at(there.admin)).toBe(404);
  expect(await at(admin, '019d1111-2222-7333-8444-555555555555')).toBe(404);
});
