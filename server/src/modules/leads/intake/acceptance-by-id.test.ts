import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getImport, type ImportView, type SheetPeek } from '@dealtrail/protocol/imports';
import { peekImport, startImport, unlistedSources } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

/** Public trial data beside the repository; it is no part of it, and no fresh machine has it. */
const sheet = resolve(import.meta.dirname, '../../../../../../shared/data/x_education_leads/leads_train.csv');
const there = existsSync(sheet);
if (!there) process.stderr.write(`acceptance-by-id.test.ts: no trial data at ${sheet}; not tried\n`);

async function load(caller: Caller, fields: Record<string, string> = {}): Promise<ImportView> {
  const sent = await caller.inject({
    method: 'POST',
    url: `/api/v1${startImport.path}`,
    ...form({ file: readFileSync(sheet), name: 'Leads.csv', fields }),
  });
  expect(sent.status).toBe(202);
  await (await testHouse()).drain(caller.orgId);
  return (await caller.call(getImport, { params: { id: (sent.body as { id: string }).id } })).body;
}

test.each(there ? ['Leads.csv'] : [])(
  '%s, web leads without companies, is told apart by its ids; what has no source waits in the tray; again brings nothing',
  async () => {
    const { admin } = await company({ admin: { role: 'administrator' } });
    const file = readFileSync(sheet);
    const peeked = await admin.inject({ method: 'POST', url: `/api/v1${peekImport.path}`, ...form({ file }) });
    expect((peeked.body as SheetPeek).suggested).toMatchObject({ 'Lead Source': 'source' });
    const mapping = JSON.stringify({ 'Prospect ID': 'externalId', 'Lead Source': 'source', City: 'city' });
    const first = await load(admin, { mapping });
    expect(first).toMatchObject({ rows: 6_435, created: 6_435, merged: 0, duplicates: 0, rejected: 0 });
    const { items } = (await admin.call(unlistedSources, {})).body;
    expect(items).toContainEqual({ text: null, count: 29 });
    const again = await load(admin, { mapping });
    expect(again).toMatchObject({ created: 0, merged: 0, duplicates: 6_435, rejected: 0 });
  },
  300_000,
);

test('whether the trial data was there is said', () => {
  expect(typeof there).toBe('boolean');
});
