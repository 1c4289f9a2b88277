-- What happened is told live: facts get their place in the organisation's order when they are relayed, because ids are
-- made before the commit and a long transaction commits after younger ones.
alter table app.events add column seq bigint;
create unique index events_seq_key on app.events (org_id, seq);

-- A message its member keeps out of the bell stays for its mail, and so that the same fact is told once.
alter table app.notifications add column shown boolean not null default true;

-- What a member wants to hear of and how, where it differs from what ships: {"leads.assigned": {"mail": false}}.
create table app.notification_preferences (
  org_id uuid not null,
  member_id uuid not null,
  switches jsonb not null,
  quiet boolean not null,
  quiet_from text not null,
  quiet_to text not null,
  version integer not null default 1,
  constraint notification_preferences_pk primary key (org_id, member_id)
);

-- Kinds of message that do not wait for the end of anybody's quiet hours.
create table app.urgent_notices (
  org_id uuid not null,
  kind text not null,
  constraint urgent_notices_pk primary key (org_id, kind)
);

-- A mail that waits for the end of quiet hours is held; several of them then leave as one digest.
alter table app.mails add column held boolean not null default false;
alter table app.mails add column digest_id uuid;
alter table app.mails drop constraint mails_state_check;
alter table app.mails add constraint mails_state_check
  check (state in ('waiting', 'sent', 'failed', 'not_configured', 'gathered', 'withdrawn'));
create index mails_digest_index on app.mails (org_id, digest_id) where digest_id is not null;
create index mails_state_index on app.mails (org_id, state, created_at desc);

-- Reactions that failed every try, until somebody runs them again or sets them aside.
create table app.dead_letters (
  org_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  reaction text not null,
  problem text not null,
  tries integer not null,
  failed_at timestamptz not null,
  state text not null,
  reason text,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint dead_letters_pk primary key (org_id, id),
  constraint dead_letters_state_check check (state in ('open', 'done', 'set_aside'))
);
create unique index dead_letters_job_key on app.dead_letters (org_id, event_id, reaction);
create index dead_letters_open_index on app.dead_letters (org_id, failed_at desc) where state = 'open';

-- Sweeps that fail for an organisation, while they do.
create table app.failed_sweeps (
  org_id uuid not null,
  sweep text not null,
  problem text not null,
  times integer not null,
  since timestamptz not null,
  last_at timestamptz not null,
  constraint failed_sweeps_pk primary key (org_id, sweep)
);

-- When each sweep last went round, in any process.
create table auth.sweep_runs (
  name text constraint sweep_runs_pk primary key,
  ran_at timestamptz not null
);
