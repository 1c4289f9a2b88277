-- Who gets new leads: what people can, in which manner a rule shares out, and what came of it.
alter table app.members add column skills text[] not null default '{}';

alter table app.lead_assignment_rules add column strategy text not null default 'load';
alter table app.lead_assignment_rules add constraint lead_assignment_rules_strategy_check
  check (strategy in ('load', 'round_robin', 'weighted'));
alter table app.lead_assignment_rules add column weights jsonb not null default '{}';
alter table app.lead_assignment_rules add column skills text[] not null default '{}';
alter table app.lead_assignment_rules add column at_work_only boolean not null default false;

-- How much of a lead a rule owes each of its people, in billionths; below zero they are ahead. Written under the lock of
-- the distribution.
create table app.lead_turns (
  org_id uuid not null,
  rule_id uuid not null,
  member_id uuid not null,
  credit bigint not null,
  constraint lead_turns_pk primary key (org_id, rule_id, member_id)
);

-- Which new leads marketing looks at before sales gets them, and who does; one row an organisation.
create table app.lead_screening (
  org_id uuid not null,
  everything boolean not null,
  sources text[] not null,
  screener_ids text[] not null,
  version integer not null default 1,
  constraint lead_screening_pk primary key (org_id)
);
alter table app.leads add column screener_id uuid;
alter table app.leads add column accepted_at timestamptz;
create index leads_screening_index on app.leads (org_id, owner_id) where state = 'screening';
alter table app.lead_moves drop constraint lead_moves_how_check;
alter table app.lead_moves add constraint lead_moves_how_check
  check (how in ('laid', 'claimed', 'assigned', 'returned', 'recycled', 'handed', 'undone', 'passed_on', 'refused'));

-- A lead that a rule gave to somebody, and whether they refused it.
create table app.lead_gifts (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  member_id uuid not null,
  given_at timestamptz not null,
  given_on date not null,
  refused_at timestamptz,
  constraint lead_gifts_pk primary key (org_id, id),
  constraint lead_gifts_lead_fk foreign key (org_id, lead_id) references app.leads (org_id, id)
);
create index lead_gifts_day_index on app.lead_gifts (org_id, given_on, rule_id, member_id);
create index lead_gifts_lead_index on app.lead_gifts (org_id, lead_id);
alter table app.lead_gifts alter column org_id set statistics 1;

-- What a rule would have given each of its people on a day were everybody there with room, in billionths of a lead, and
-- what of it passed them by while they were away or full. Written under the lock of the distribution.
create table app.lead_shares (
  org_id uuid not null,
  given_on date not null,
  rule_id uuid not null,
  member_id uuid not null,
  expected bigint not null,
  missed_absent bigint not null,
  missed_full bigint not null,
  constraint lead_shares_pk primary key (org_id, given_on, rule_id, member_id)
);
