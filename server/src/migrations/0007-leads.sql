create table app.leads (
  org_id uuid not null,
  id uuid not null,
  company_name text,
  contact_name text,
  contact_title text,
  phone text,
  email text,
  landline text,
  wechat text,
  source text,
  source_text text,
  source_listed boolean not null,
  industry text,
  region text,
  province text,
  city text,
  need text,
  customer_type text,
  budget_minor bigint,
  currency text not null default 'CNY',
  expected_purchase_on date,
  campaign text,
  external_id text,
  state text not null,
  invalid_reason text,
  invalid_note text,
  intent text not null,
  intent_rank smallint not null,
  intent_label text not null,
  intent_why jsonb not null,
  intent_overridden boolean not null default false,
  priority text not null,
  priority_rank smallint not null,
  priority_why jsonb not null,
  priority_overridden boolean not null default false,
  complete boolean not null,
  missing text[] not null,
  owner_id uuid,
  department_id uuid,
  assigned_at timestamptz,
  assigned_why jsonb not null default '[]',
  paused_until date,
  pause_reason text,
  pauses integer not null default 0,
  attempts integer not null default 0,
  attempt_days integer not null default 0,
  last_attempt_on date,
  first_touch_at timestamptz,
  last_follow_up_at timestamptz,
  customer_id uuid,
  opportunity_id uuid,
  qualified_at timestamptz,
  converted_on date,
  contract_no text,
  signed_minor bigint,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint leads_pk primary key (org_id, id),
  constraint leads_record_fk foreign key (org_id, id) references app.records (org_id, id),
  constraint leads_state_check check (state in ('screening', 'unassigned', 'assigned', 'contacted', 'need_confirmed',
    'proposal_submitted', 'negotiating', 'won', 'qualified', 'invalid')),
  constraint leads_intent_check check (intent in ('high', 'medium', 'low')),
  constraint leads_priority_check check (priority in ('high', 'medium', 'low')),
  constraint leads_budget_check check (budget_minor between -9000000000000000 and 9000000000000000),
  constraint leads_signed_check check (signed_minor between -9000000000000000 and 9000000000000000)
);
create index leads_created_index on app.leads (org_id, created_at, id);
create index leads_updated_index on app.leads (org_id, updated_at, id);
create index leads_intent_index on app.leads (org_id, intent_rank, id);
create index leads_priority_index on app.leads (org_id, priority_rank, id);
create index leads_owner_index on app.leads (org_id, owner_id, created_at, id);
create index leads_department_index on app.leads (org_id, department_id, created_at, id);
create index leads_state_index on app.leads (org_id, state, created_at, id);
create index leads_source_index on app.leads (org_id, source, created_at, id);
create index leads_customer_index on app.leads (org_id, customer_id) where customer_id is not null;

create table app.lead_sources (
  org_id uuid not null,
  key text not null,
  name text not null,
  created_at timestamptz not null,
  constraint lead_sources_pk primary key (org_id, key)
);

create table app.lead_assignment_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  position integer not null,
  active boolean not null,
  conditions jsonb not null,
  department_ids text[] not null,
  member_ids text[] not null,
  supervisor_first boolean not null,
  version integer not null default 1,
  constraint lead_assignment_rules_pk primary key (org_id, id)
);
create index lead_assignment_rules_order_index on app.lead_assignment_rules (org_id, position);

-- One name is kept of the organisations; why, stands in 0001.
alter table app.leads alter column org_id set statistics 1;
