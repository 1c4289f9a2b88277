import type pg from 'pg';

const ORG = `nullif(current_setting('app.org_id', true), '')::uuid`;

/** Tables that the application may only add to: history is append-only for everybody who serves requests. */
const appendOnly = new Set(['audit', 'audit_seals']);

/**
 * Puts the second lock on every tenant table, derived from the catalogue so that no table can be forgotten: a policy
 * for writes and row locks, a plain view `seen.…` for reads, and the grants of the two working roles.
 */
export async function lockTables(client: pg.Client, appRole: string, sweepRole: string): Promise<void> {
  const { rows } = await client.query(`
    select c.relname as name, exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    ) as tenant, c.relispartition as partition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind in ('r', 'p') order by c.relname`);
  const statements = [
    `grant usage on schema app, seen, auth to ${appRole}`,
    `grant usage on schema sweep to ${sweepRole}`,
    `grant select, insert, update, delete on all tables in schema auth to ${appRole}`,
    `revoke insert, update, delete on auth.migrations from ${appRole}`,
    `revoke update, delete on auth.sign_in_log from ${appRole}`,
  ];
  for (const table of rows as { name: string; tenant: boolean; partition: boolean }[]) {
    if (table.partition) continue;
    const name = client.escapeIdentifier(table.name);
    statements.push(
      `grant select, insert${appendOnly.has(table.name) ? '' : ', update, delete'} on app.${name} to ${appRole}`,
    );
    if (table.tenant) {
      statements.push(
        `alter table app.${name} enable row level security`,
        `drop policy if exists tenant on app.${name}`,
        `create policy tenant on app.${name} using (org_id = ${ORG}) with check (org_id = ${ORG})`,
        `create or replace view seen.${name} as select * from app.${name} where org_id = ${ORG}`,
      );
    } else {
      statements.push(`create or replace view seen.${name} as select * from app.${name} where id = ${ORG}`);
    }
  }
  statements.push(
    `grant select on all tables in schema seen to ${appRole}`,
    `grant select on all tables in schema sweep to ${sweepRole}`,
  );
  await client.query(statements.join(';\n'));
}
