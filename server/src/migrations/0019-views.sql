-- What lists of opportunities are sorted by where the value may be missing: nothing known stands below every amount, and
-- behind every day.
alter table app.opportunities
  add column amount_key bigint generated always as (coalesce(amount_minor, -9000000000000001)) stored,
  add column expected_close_key date generated always as (coalesce(expected_close_on, date '2200-01-01')) stored;
create index opportunities_amount_index on app.opportunities (org_id, amount_key, id);
create index opportunities_close_index on app.opportunities (org_id, expected_close_key, id);

create table app.views (
  org_id uuid not null,
  id uuid not null,
  list text not null,
  name text not null,
  owner_id uuid not null,
  sharing text not null,
  department_ids uuid[] not null default '{}',
  shape jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint views_pk primary key (org_id, id),
  constraint views_sharing_check check (sharing in ('private', 'departments', 'everyone'))
);
create index views_owner_index on app.views (org_id, list, owner_id);
create index views_shared_index on app.views (org_id, list) where sharing <> 'private';

create table app.view_arrangements (
  org_id uuid not null,
  member_id uuid not null,
  list text not null,
  view_order text[] not null default '{}',
  hidden text[] not null default '{}',
  default_id text,
  constraint view_arrangements_pk primary key (org_id, member_id, list)
);
