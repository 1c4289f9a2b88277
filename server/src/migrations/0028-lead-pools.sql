-- Pools (公海): where leads lie that nobody owns, who may take them from there, and every change of hands.
create table app.lead_pools (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  position integer not null,
  is_default boolean not null,
  active boolean not null,
  conditions jsonb not null,
  department_ids uuid[] not null,
  member_ids uuid[] not null,
  role_keys text[] not null,
  daily_limit integer,
  hold_limit integer,
  protection_days integer not null,
  former_owner_days integer not null,
  version integer not null default 1,
  constraint lead_pools_pk primary key (org_id, id),
  constraint lead_pools_daily_check check (daily_limit > 0),
  constraint lead_pools_hold_check check (hold_limit > 0),
  constraint lead_pools_protection_check check (protection_days >= 0),
  constraint lead_pools_former_check check (former_owner_days >= 0)
);
create unique index lead_pools_default_key on app.lead_pools (org_id, is_default) where is_default;

alter table app.leads
  add column pool_id uuid,
  add column pooled_at timestamptz,
  add column claimed_from uuid,
  add column protected_until timestamptz;
alter table app.leads add constraint leads_home_check check (owner_id is null or pool_id is null);
create index leads_pool_index on app.leads (org_id, pool_id, pooled_at, id) where pool_id is not null;

-- A lead changed hands: from an owner or a pool to an owner or a pool. What comes in with an owner leaves no row.
create table app.lead_moves (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  how text not null,
  from_owner_id uuid,
  from_pool_id uuid,
  to_owner_id uuid,
  to_pool_id uuid,
  by_id uuid,
  reason text,
  rule_id uuid,
  moved_at timestamptz not null,
  moved_on date not null,
  constraint lead_moves_pk primary key (org_id, id),
  constraint lead_moves_lead_fk foreign key (org_id, lead_id) references app.leads (org_id, id),
  constraint lead_moves_how_check check (how in ('laid', 'claimed', 'assigned', 'returned', 'recycled', 'handed', 'undone'))
);
create index lead_moves_lead_index on app.lead_moves (org_id, lead_id, moved_at);
create index lead_moves_claim_index on app.lead_moves (org_id, to_owner_id, moved_on) where how = 'claimed';
create index lead_moves_out_index on app.lead_moves (org_id, from_pool_id, moved_at) where from_pool_id is not null;
create index lead_moves_in_index on app.lead_moves (org_id, to_pool_id, moved_at) where to_pool_id is not null;
alter table app.lead_moves alter column org_id set statistics 1;

-- When a lead is taken back from its owner. A rule looks again at `next_at`; it takes nothing before `holds_from`.
create table app.lead_recycle_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  position integer not null,
  active boolean not null,
  intents text[] not null,
  priorities text[] not null,
  states text[] not null,
  measure text not null,
  days integer not null,
  pool_id uuid,
  holds_from timestamptz,
  next_at timestamptz,
  version integer not null default 1,
  constraint lead_recycle_rules_pk primary key (org_id, id),
  constraint lead_recycle_rules_measure_check check (measure in ('no_contact', 'no_follow_up', 'no_first_touch')),
  constraint lead_recycle_rules_days_check check (days between 1 and 365)
);
create index lead_recycle_rules_due_index on app.lead_recycle_rules (org_id, next_at) where next_at is not null;

-- An owner was told that a lead will be taken back; once for each day of notice and moment.
create table app.lead_recycle_notices (
  org_id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  days_ahead integer not null,
  takes_at timestamptz not null,
  owner_id uuid not null,
  told_at timestamptz not null,
  constraint lead_recycle_notices_pk primary key (org_id, lead_id, rule_id, days_ahead, takes_at),
  constraint lead_recycle_notices_lead_fk foreign key (org_id, lead_id) references app.leads (org_id, id)
);

create view sweep.leads_recycle as
  select org_id, next_at as due_at from app.lead_recycle_rules where next_at is not null;
