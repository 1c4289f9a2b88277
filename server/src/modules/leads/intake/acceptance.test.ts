import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { getImport, type ImportView } from '@dealtrail/protocol/imports';
import { startImport } from '@dealtrail/protocol/leads';
import { describe, expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

/** Public trial data beside the repository; it is no part of it, and no fresh machine has it. */
const shelf = resolve(import.meta.dirname, '../../../../../../shared/data');

const files = [
  {
    name: '1 281 postings of 643 companies, branches apart from their head office',
    path: 'cn_companies_lagou/postings_train.csv.gz',
    mapping: { companyFullName: 'companyName', city: 'city', industryField: 'industry', positionName: 'need' },
    rows: 1_281,
    created: 643,
  },
  {
    name: '2 551 opportunity lines of 508 accounts',
    path: 'eci_aircon_opportunities/opportunity_lines.csv.gz',
    mapping: { Account_Name: 'companyName', 'Source ': 'source', Region: 'region' },
    rows: 2_551,
    created: 508,
  },
];

const there = files.filter(({ path }) => existsSync(`${shelf}/${path}`));
if (there.length < files.length) {
  process.stderr.write(
    `acceptance.test.ts: no trial data in ${shelf}; ${files.length - there.length} files not tried\n`,
  );
}

async function load(caller: Caller, path: string, mapping: object): Promise<ImportView> {
  const house = await testHouse();
  const file = gunzipSync(readFileSync(`${shelf}/${path}`)).toString('utf8');
  const sent = await caller.inject({
    method: 'POST',
    url: `/api/v1${startImport.path}`,
    ...form({ file, name: 'trial.csv', fields: { mapping: JSON.stringify(mapping) } }),
  });
  await house.drain(caller.orgId);
  return (await caller.call(getImport, { params: { id: (sent.body as { id: string }).id } })).body;
}

describe('a sheet people really have, by company', () => {
  test.each(there)(
    '$name',
    async ({ path, mapping, rows, created }) => {
      const { admin } = await company({ admin: { role: 'administrator' } });
      const first = await load(admin, path, mapping);
      expect(first).toMatchObject({ rows, created, rejected: 0 });
      expect(first.created + first.merged + first.duplicates + first.rejected).toBe(rows);
      expect(await load(admin, path, mapping)).toMatchObject({ rows, created: 0, rejected: 0 });
    },
    180_000,
  );

  test('what is not there is said aloud', () => {
    expect(there.length).toBeLessThanOrEqual(files.length);
  });
});
