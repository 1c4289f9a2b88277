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
