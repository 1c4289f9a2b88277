-- How much each field says when duplicates are looked for: every version ever tried, how the trial over existing records
-- went, and since when it holds. A run without weights of its own looks for pairs under those that hold.
create table app.match_runs (
  org_id uuid not null,
  id uuid not null,
  purpose text not null,
  weights jsonb not null,
  state text not null,
  -- How far the run has come, and of how many records.
  after_id uuid,
  checked integer not null,
  total integer not null,
  -- Pairs by grade, under these weights and under those that held when it began.
  found jsonb not null,
  before jsonb not null,
  sample jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  held_at timestamptz,
  held_by uuid,
  due_at timestamptz,
  version integer not null default 1,
  constraint match_runs_pk primary key (org_id, id),
  constraint match_runs_purpose_check check (purpose in ('trial', 'search')),
  constraint match_runs_state_check check (state in ('running', 'done', 'dropped'))
);
create index match_runs_held_index on app.match_runs (org_id, held_at desc) where held_at is not null;
create index match_runs_made_index on app.match_runs (org_id, made_at desc);
create index match_runs_due_index on app.match_runs (org_id, due_at) where due_at is not null;
create view sweep.match_runs_due as select org_id, due_at from app.match_runs where due_at is not null;

-- Two records of a kind that may be one, the smaller id first, and what somebody decided about them.
create table app.duplicate_pairs (
  org_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  record_kind text not null,
  grade text not null,
  points integer not null,
  reasons jsonb not null,
  found_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  later_until timestamptz,
  version integer not null default 1,
  constraint duplicate_pairs_pk primary key (org_id, one_id, other_id),
  constraint duplicate_pairs_one_fk foreign key (org_id, one_id) references app.records (org_id, id),
  constraint duplicate_pairs_other_fk foreign key (org_id, other_id) references app.records (org_id, id),
  constraint duplicate_pairs_kind_check check (record_kind in ('lead', 'customer')),
  constraint duplicate_pairs_grade_check check (grade in ('same', 'likely', 'possible')),
  constraint duplicate_pairs_decision_check check (decision in ('apart', 'later'))
);
create index duplicate_pairs_open_index on app.duplicate_pairs (org_id, record_kind, points desc, one_id, other_id)
  where decision is null or decision = 'later';
create index duplicate_pairs_other_index on app.duplicate_pairs (org_id, other_id);
alter table app.duplicate_pairs alter column org_id set statistics 1;

-- A record that comes in may also join the one there is, or go to its owner.
alter table app.duplicate_rules drop constraint duplicate_rules_action_check;
alter table app.duplicate_rules add constraint duplicate_rules_action_check
  check (action in ('off', 'warn', 'block', 'attach', 'send'));

-- What became part of a record is listed on its page.
create index record_moves_into_index on app.record_moves (org_id, into_id) where into_id is not null and ended_at is null;
