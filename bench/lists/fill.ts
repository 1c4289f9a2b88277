import pg from 'pg';
import type { Login } from '../../server/src/kernel/db/index.ts';

/** Where the rows go: an organisation with its people. */
export interface Place {
  readonly orgId: string;
  readonly memberIds: readonly string[];
  readonly departmentIds: readonly string[];
}

const states = `(array['assigned','contacted','need_confirmed','proposal_submitted','negotiating','qualified','invalid'])[1 + i % 7]`;
const sources = `(array['website','exhibition','referral','campaign','partner'])[1 + (i * 7) % 5]`;
const industries = `(array['制造业','信息技术','教育','医药','能源'])[1 + (i * 3) % 5]`;

/** Fills an organisation with that many leads and their heads, straight into the tables: the lists are measured, not the intake. */
export async function fillLeads(owner: Login, place: Place, rows: number): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const batch = 100_000;
  for (let from = 0; from < rows; from += batch) {
    const to = Math.min(rows, from + batch) - 1;
    await client.query('begin');
    await client.query(
      'create temporary table made on commit drop as select i, gen_random_uuid() as id from generate_series($1::int, $2::int) i',
      [from, to],
    );
    await client.query(
      `insert into app.records (org_id, id, kind, number, title, owner_id, department_id, tok, created_at)
       select $1, id, 'lead', 'XLSH20260101' || lpad(i::text, 7, '0'), '公司' || i, ($2::uuid[])[1 + i % $3], ($4::uuid[])[1 + i % $5],
         array_to_tsvector(array['公司', i::text]), timestamptz '2026-01-01' + i * interval '20 seconds' from made`,
      [place.orgId, place.memberIds, place.memberIds.length, place.departmentIds, place.departmentIds.length],
    );
    await client.query(
      `insert into app.leads (org_id, id, company_name, contact_name, phone, email, source, source_text, source_listed, industry, region, need, budget_minor,
         state, intent, intent_rank, intent_label, intent_why, priority, priority_rank, priority_why, complete, missing, owner_id, department_id,
         created_at, updated_at)
       select $1, id, '公司' || i, '联系人' || i % 900, '+861380000' || lpad((i % 10000)::text, 4, '0'), 'a' || i || '@example.test', ${sources}, ${sources}, true,
         ${industries}, '华东', '采购设备 ' || i, (i % 1000) * 10000, ${states}, (array['high','medium','low'])[1 + i % 3], 3 - i % 3, '中意向-信息收集', '[]',
         (array['high','medium','low'])[1 + (i / 3) % 3], 3 - (i / 3) % 3, '[]', i % 5 <> 0, '{}', ($2::uuid[])[1 + i % $3], ($4::uuid[])[1 + i % $5],
         timestamptz '2026-01-01' + i * interval '20 seconds', timestamptz '2026-01-01' + ((i::bigint * 7919) % $6::int) * interval '20 seconds' from made`,
      [place.orgId, place.memberIds, place.memberIds.length, place.departmentIds, place.departmentIds.length, rows],
    );
    await client.query('commit');
  }
  await client.query('vacuum (analyze) app.leads');
  await client.query('vacuum (analyze) app.records');
  await client.end();
}
