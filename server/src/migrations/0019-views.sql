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

create table app.bulk_runs (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  action jsonb not null,
  member_id uuid not null,
  state text not null,
  total integer not null,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  undoes uuid,
  undone boolean not null default false,
  created_at timestamptz not null,
  finished_at timestamptz,
  due_at timestamptz,
  version integer not null default 1,
  constraint bulk_runs_pk primary key (org_id, id),
  constraint bulk_runs_state_check check (state in ('running', 'done', 'failed'))
);
create index bulk_runs_member_index on app.bulk_runs (org_id, member_id, created_at desc);
create index bulk_runs_due_index on app.bulk_runs (org_id, due_at) where due_at is not null;

create table app.bulk_items (
  org_id uuid not null,
  run_id uuid not null,
  position integer not null,
  record_id uuid not null,
  title text not null,
  outcome text,
  why jsonb,
  before jsonb,
  after_version integer,
  constraint bulk_items_pk primary key (org_id, run_id, position),
  constraint bulk_items_run_fk foreign key (org_id, run_id) references app.bulk_runs (org_id, id),
  constraint bulk_items_outcome_check check (outcome in ('changed', 'unchanged', 'refused'))
);
create index bulk_items_waiting_index on app.bulk_items (org_id, run_id, position) where outcome is null;
create view sweep.bulk_due as select org_id, due_at from app.bulk_runs where due_at is not null;
