import { expect, test } from 'vitest';
import { namesLeads } from './names-leads.ts';

test('leads need a name: company, person or external id', () => {
  expect(namesLeads({ a: 'phone', b: 'email' })).toBe(false);
  expect(namesLeads({ a: 'contactName' })).toBe(true);
  expect(namesLeads({ a: 'externalId' })).toBe(true);
});
