import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { migrationNames } from '../../kernel/db/index.ts';
import { migrationBreaches } from './migration-law.ts';

const table = (columns: string) => `create table app.things (${columns})`;
const KEY = 'constraint things_pk primary key (org_id, id)';

const unlawful: [string, string, RegExp][] = [
  ['a table without a key', table('org_id uuid not null, id uuid not null'), /no primary key/],
  [
    'a key without the organisation first',
    table('org_id uuid not null, id uuid not null, constraint things_pk primary key (id, org_id)'),
    /begin with org_id/,
  ],
  ['an organisation that may be empty', table(`org_id uuid, id uuid not null, ${KEY}`), /uuid not null/],
  ['an organisation of another type', table(`org_id bigint not null, id uuid not null, ${KEY}`), /uuid not null/],
  ['a globally unique column', table(`org_id uuid not null, id uuid not null, code text unique, ${KEY}`), /inline/],
  [
    'a foreign key by id alone',
    table(
      `org_id uuid not null, id uuid not null, ${KEY}, constraint t_fk foreign key (id) references app.records (id)`,
    ),
    /both sides/,
  ],
  [
    'a foreign key with places crossed',
    table(
      `org_id uuid not null, id uuid not null, ${KEY}, constraint t_fk foreign key (id, org_id) references app.records (org_id, id)`,
    ),
    /both sides/,
  ],
  [
    'a foreign key that empties columns',
    table(
      `org_id uuid not null, id uuid not null, ${KEY}, constraint t_fk foreign key (org_id, id) references app.records (org_id, id) on delete set null`,
    ),
    /by itself/,
  ],
  ['a constraint without a name', table('org_id uuid not null, id uuid not null, primary key (org_id, id)'), /no name/],
  [
    'a name that is cut on a shard',
    table(`org_id uuid not null, id uuid not null, ${KEY}, constraint ${'a'.repeat(51)} check (id is not null)`),
    /longer/,
  ],
  [
    'a name that ends like a shard',
    table(`org_id uuid not null, id uuid not null, ${KEY}, constraint things_2 check (id is not null)`),
    /shard/,
  ],
  [
    'a moment the database would bring',
    table(`org_id uuid not null, id uuid not null, at timestamptz default now(), ${KEY}`),
    /default/,
  ],
  ['a serial', table(`org_id uuid not null, id serial, ${KEY}`), /serial/],
  ['a moment without zone', table(`org_id uuid not null, id uuid not null, at timestamp, ${KEY}`), /zone/],
  [
    'money that is no whole number',
    table(`org_id uuid not null, id uuid not null, price_minor numeric, ${KEY}`),
    /bigint/,
  ],
  ['an index that begins elsewhere', 'create index things_id on app.things (id)', /begin with org_id/],
  ['a trigger', 'create trigger t before update on app.things execute function f()', /trigger/],
  ['a column with a check inline', 'alter table app.things add column n int check (n > 0)', /inline/],
  [
    'statistics of a table that may be sharded by then',
    'alter table app.things alter column org_id set statistics 1',
    /sharded/,
  ],
  ['a lost column', 'alter table app.things drop column n', /lose/],
];

describe('the law for tables', () => {
  test.each(unlawful)('finds %s', (_, text, wrong) => expect(migrationBreaches(text).join('\n')).toMatch(wrong));

  test('allows a tenant table as it should be', () => {
    const text = table(
      `org_id uuid not null, id uuid not null, name text not null default '', amount_minor bigint, at timestamptz, ${KEY},
       constraint things_record_fk foreign key (org_id, id) references app.records (org_id, id)`,
    );
    expect(migrationBreaches(text)).toEqual([]);
  });
});

describe('every migration keeps the law', async () => {
  test.each(await migrationNames())('%s', async (name) => {
    const text = await readFile(new URL(`../../migrations/${name}`, import.meta.url), 'utf8');
    expect(migrationBreaches(text)).toEqual([]);
  });
});
