-- What an organisation sets of its own time: the names of its days, its working week, the terms of its limits.
alter table app.calendar_days add column name text;

create table app.work_weeks (
  org_id uuid not null,
  hours jsonb not null,
  weekdays integer[] not null,
  version integer not null default 1,
  constraint work_weeks_pk primary key (org_id)
);

create table app.clock_terms (
  org_id uuid not null,
  policy_key text not null,
  terms jsonb not null,
  version integer not null default 1,
  constraint clock_terms_pk primary key (org_id, policy_key)
);

-- Open clocks to be counted anew after a change: those of one policy under its new terms, or all of them under a new
-- calendar. `was` is the calendar they were counted on before, `after_id` how far the work has come.
create table app.clock_replans (
  org_id uuid not null,
  id uuid not null,
  policy_key text,
  was jsonb not null,
  after_id uuid,
  changed integer not null default 0,
  ordered_by uuid,
  ordered_at timestamptz not null,
  due_at timestamptz,
  constraint clock_replans_pk primary key (org_id, id)
);
create index clock_replans_due_index on app.clock_replans (org_id, due_at) where due_at is not null;

create view sweep.clock_replans_due as select org_id, due_at from app.clock_replans where due_at is not null;
