import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loginsFrom } from '../../kernel/db/index.ts';
import { testDatabase } from '../test-database.ts';

const HERE = '019d1111-2222-7333-8444-555555555555';
const ELSEWHERE = '019d1111-2222-7333-8444-666666666666';
const OF_THE_ORGANIZATION = `(NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid`;

interface TenantTable {
  readonly name: string;
  readonly locked: boolean;
  readonly forced: boolean;
  readonly partitionedBy: string | null;
  readonly readable: string | null;
  readonly writable: string | null;
  readonly view: string | null;
  readonly options: string[] | null;
}

const TENANT_TABLES = `
  select c.relname as name, c.relrowsecurity as locked, c.relforcerowsecurity as forced,
    (select a.attname from pg_partitioned_table p join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      where p.partrelid = c.oid) as "partitionedBy",
    p.qual as readable, p.with_check as writable, v.definition as view, vc.reloptions as options
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
  left join pg_policies p on p.schemaname = 'app' and p.tablename = c.relname
  left join pg_views v on v.schemaname = 'seen' and v.viewname = c.relname
  left join pg_class vc on vc.relname = v.viewname and vc.relnamespace = 'seen'::regnamespace
  where c.relkind in ('r', 'p') and not c.relispartition order by c.relname`;

const { owner } = await testDatabase();
const reader = new pg.Client(owner);
await reader.connect();
const { rows: tables } = await reader.query<TenantTable>(TENANT_TABLES);
await reader.end();

describe('every table of an organisation has the second lock in both forms', () => {
  const app = new pg.Client(loginsFrom(owner).app);
  beforeAll(() => app.connect());
  afterAll(() => app.end());

  async function inside<Result>(orgId: string, work: () => Promise<Result>): Promise<Result> {
    await app.query(`begin; set local app.org_id = '${orgId}'`);
    try {
      return await work();
    } finally {
      await app.query('rollback');
    }
  }

  const insert = (table: TenantTable, orgId: string) => {
    const by = table.partitionedBy;
    return app.query(
      `insert into app.${table.name} (org_id${by ? `, ${by}` : ''}) values ($1${by ? `, '2026-03-18T02:12:00Z'` : ''})`,
      [orgId],
    );
  };

  test('there are such tables', () => expect(tables.length).toBeGreaterThan(30));

  test.each(tables)('$name is locked for writes and read through its view', (table) => {
    expect(table).toMatchObject({ locked: true, forced: false, options: null });
    expect(table.readable).toContain(OF_THE_ORGANIZATION);
    expect(table.writable).toContain(OF_THE_ORGANIZATION);
    expect(table.view).toContain(`(org_id = ${OF_THE_ORGANIZATION})`);
  });

  test.each(tables)('$name takes no row of another organisation', async (table) => {
    await inside(HERE, async () => {
      await expect(insert(table, ELSEWHERE)).rejects.toMatchObject({ code: '42501' });
    });
  });

  test.each(tables)('$name refuses an own row for its content alone', async (table) => {
    await inside(HERE, async () => {
      const outcome = await insert(table, HERE).then(
        () => 'taken',
        (error: { code?: string }) => error.code,
      );
      expect(outcome).not.toBe('42501');
    });
  });

  test.each(tables)('$name shows nothing without an organisation', async (table) => {
    const { rows } = await app.query(
      `select (select count(*) from seen.${table.name})::int + (select count(*) from app.${table.name})::int as rows`,
    );
    expect(rows).toEqual([{ rows: 0 }]);
  });
});
