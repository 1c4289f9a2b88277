-- Automations: when something happened or a time came, and conditions hold, act.
create table app.automations (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  trigger jsonb not null,
  -- Type of the event that sets it going; null where a time does.
  event text,
  conditions jsonb not null,
  actions jsonb not null,
  active boolean not null,
  per_hour integer not null,
  stopped_why jsonb,
  -- When a time sets it going next; null while it is off, and for events.
  next_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  constraint automations_pk primary key (org_id, id),
  constraint automations_author_fk foreign key (org_id, created_by) references app.members (org_id, id)
);
create index automations_event_index on app.automations (org_id, event) where active and event is not null;
create index automations_next_index on app.automations (org_id, next_at) where next_at is not null;
create view sweep.automations_due as
  select org_id, next_at as due_at from app.automations where next_at is not null;

-- Whether automations run at all; no row: they do.
create table app.automation_switches (
  org_id uuid not null,
  running boolean not null,
  version integer not null default 1,
  constraint automation_switches_pk primary key (org_id)
);

-- What became of each record an automation looked at, once for each occasion; kept for 90 days.
create table app.automation_runs (
  org_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  automation_version integer not null,
  record_id uuid not null,
  record_kind text not null,
  -- The event, or the moment a time came.
  occasion text not null,
  event text,
  at timestamptz not null,
  outcome text not null,
  why jsonb,
  unmet jsonb not null,
  did jsonb not null,
  constraint automation_runs_pk primary key (org_id, id),
  constraint automation_runs_automation_fk foreign key (org_id, automation_id) references app.automations (org_id, id),
  constraint automation_runs_outcome_check check (outcome in ('acted', 'refused', 'passed'))
);
create unique index automation_runs_once_key on app.automation_runs (org_id, automation_id, record_id, occasion);
create index automation_runs_automation_index on app.automation_runs (org_id, automation_id, id desc);
create index automation_runs_acted_index on app.automation_runs (org_id, automation_id, at) where outcome <> 'passed';
create index automation_runs_record_index on app.automation_runs (org_id, record_id, id desc);
create index automation_runs_age_index on app.automation_runs (org_id, at);
alter table app.automation_runs alter column org_id set statistics 1;
