import { createCustomer } from '@dealtrail/protocol/customers';
import { createLead, findDuplicates } from '@dealtrail/protocol/leads';
import { search } from '@dealtrail/protocol/search';
import { expect, test } from 'vitest';
import { remakeAll } from '../../../kernel/search/remake.ts';
import { company, testHouse } from '../../../testing/test-house.ts';

const people = { rep: { role: 'representative' } } as const;

test('a lead and a customer of before are compared, searched and reached again as new ones are', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const phone = '13895672046';
  await rep.call(createLead, { body: { companyName: '苏州屿澄精密制造有限公司', phone, source: 'website' } });
  await rep.call(createCustomer, { body: { name: '无锡澄禾新材料有限公司' } });
  const alike = async (body: object) =>
    (await rep.call(findDuplicates, { body })).body.duplicates.map(({ grade }) => grade);
  const before = [await alike({ phone }), await alike({ companyName: '无锡澄禾新材料有限公司' })];
  expect(before.flat()).toHaveLength(2);
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    for (const text of [
      'delete from app.match_keys where org_id = $1',
      'delete from app.contact_points where org_id = $1',
      `update app.records set tok = ''::tsvector where org_id = $1`,
    ])
      await tx.run({ text, values: [orgId] });
  });
  expect([await alike({ phone }), await alike({ companyName: '无锡澄禾新材料有限公司' })]).toEqual([[], []]);
  expect(await remakeAll(services, orgId)).toBe(2);
  expect([await alike({ phone }), await alike({ companyName: '无锡澄禾新材料有限公司' })]).toEqual(before);
  expect((await rep.call(search, { query: { q: '2046' } })).body.items).toHaveLength(1);
  expect((await rep.call(search, { query: { q: 'szyc' } })).body.items).toHaveLength(1);
});
