-- A due moment may be moved: the one that held first, how often it was moved, and why it was the last time.
alter table app.clocks add column first_due_at timestamptz;
alter table app.clocks add column moves integer not null default 0;
alter table app.clocks add column move_reason text;
alter table app.clocks add column move_note text;
-- How often somebody put the clock off; the second time it is the supervisor's to do.
alter table app.clocks add column pauses integer not null default 0;
alter table app.clocks add constraint clocks_moves_check check (moves >= 0 and pauses >= 0);

-- Moved clocks by the moment that held first: counted beside those missed.
create index clocks_moved_index on app.clocks (org_id, first_due_at) where first_due_at is not null;

-- Somebody asks for more time than they may take themselves; who is above decides.
create table app.clock_asks (
  org_id uuid not null,
  id uuid not null,
  clock_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  wanted_at timestamptz not null,
  reason text not null,
  note text,
  state text not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_note text,
  version integer not null default 1,
  constraint clock_asks_pk primary key (org_id, id),
  constraint clock_asks_clock_fk foreign key (org_id, clock_id) references app.clocks (org_id, id),
  constraint clock_asks_state_check check (state in ('open', 'granted', 'refused'))
);
create unique index clock_asks_open_key on app.clock_asks (org_id, clock_id) where state = 'open';
create index clock_asks_clock_index on app.clock_asks (org_id, clock_id);

-- Who does somebody's work while they are away, from absent_from to absent_until.
alter table app.members add column deputy_id uuid;
alter table app.members add constraint members_deputy_fk
  foreign key (org_id, deputy_id) references app.members (org_id, id);
create index members_deputy_index on app.members (org_id, deputy_id) where deputy_id is not null;

-- Every wording of a limit's terms that held, by whom and since when; without terms: those that ship came back.
create table app.clock_term_versions (
  org_id uuid not null,
  id uuid not null,
  policy_key text not null,
  terms jsonb,
  reached_open boolean not null,
  saved_by uuid,
  saved_at timestamptz not null,
  constraint clock_term_versions_pk primary key (org_id, id)
);
create index clock_term_versions_index on app.clock_term_versions (org_id, policy_key, saved_at);

-- A follow-up by a deputy names whom it was recorded for.
alter table app.follow_ups add column behalf_of uuid;
