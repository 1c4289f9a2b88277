-- What tells whether two are one, what an organisation does then, who learned of records out of their sight, who asked
-- to work on one, and through which sources a lead came again.
alter table app.customers add column short_name text;
alter table app.customers add column former_names text[] not null default '{}';
alter table app.customers add column credit_code text;
alter table app.customers add column website text;

alter table app.leads add column credit_code text;
alter table app.leads add column website text;
alter table app.leads add column marked_incomplete boolean not null default false;
alter table app.leads add column last_source text;
update app.leads set last_source = source;
create index leads_last_source_index on app.leads (org_id, last_source, created_at, id);

-- Masked hits and searches by whole numbers share one measure: what a member learned beyond their own records.
drop view if exists seen.lead_hits;
drop table app.lead_hits;
create table app.probes (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  record_id uuid,
  asked text,
  at timestamptz not null,
  constraint probes_pk primary key (org_id, id),
  constraint probes_kind_check check (kind in ('duplicate', 'search', 'number'))
);
create index probes_member_index on app.probes (org_id, member_id, at);

create table app.duplicate_rules (
  org_id uuid not null,
  record_kind text not null,
  grade text not null,
  action text not null,
  constraint duplicate_rules_pk primary key (org_id, record_kind, grade),
  constraint duplicate_rules_kind_check check (record_kind in ('lead', 'customer')),
  constraint duplicate_rules_grade_check check (grade in ('same', 'likely', 'possible', 'related')),
  constraint duplicate_rules_action_check check (action in ('off', 'warn', 'block'))
);

create table app.join_requests (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  record_kind text not null,
  member_id uuid not null,
  reason text not null,
  state text not null,
  level text,
  answer text,
  answered_by uuid,
  asked_at timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1,
  constraint join_requests_pk primary key (org_id, id),
  constraint join_requests_record_fk foreign key (org_id, record_id) references app.records (org_id, id),
  constraint join_requests_state_check check (state in ('open', 'granted', 'declined', 'withdrawn')),
  constraint join_requests_level_check check (level in ('read', 'write'))
);
create unique index join_requests_open_key on app.join_requests (org_id, record_id, member_id) where state = 'open';
create index join_requests_member_index on app.join_requests (org_id, member_id, asked_at);

create table app.lead_touches (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  source text,
  source_text text,
  source_listed boolean not null,
  via text not null,
  campaign text,
  note text,
  member_id uuid,
  at timestamptz not null,
  constraint lead_touches_pk primary key (org_id, id),
  constraint lead_touches_lead_fk foreign key (org_id, lead_id) references app.leads (org_id, id),
  constraint lead_touches_via_check check (via in ('person', 'import', 'api', 'form'))
);
create index lead_touches_lead_index on app.lead_touches (org_id, lead_id, at);
create index lead_touches_tray_index on app.lead_touches (org_id, source) where not source_listed;
