create table app.processes (
  org_id uuid not null,
  key text not null,
  version integer not null,
  definition jsonb not null,
  created_at timestamptz not null,
  constraint processes_pk primary key (org_id, key, version)
);

create table app.opportunities (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  customer_id uuid not null,
  lead_id uuid,
  process_key text not null,
  process_version integer not null,
  stage_key text not null,
  stage_entered_at timestamptz not null,
  state text not null,
  amount_minor bigint,
  currency text not null default 'CNY',
  expected_close_on date,
  probability integer not null,
  probability_set boolean not null default false,
  weighted_minor bigint not null default 0,
  need_summary text,
  competitor text,
  source text,
  industry text,
  region text,
  owner_id uuid,
  department_id uuid,
  last_movement_at timestamptz not null,
  close_reason text,
  close_note text,
  closed_at timestamptz,
  signed_on date,
  contract_no text,
  signed_minor bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint opportunities_pk primary key (org_id, id),
  constraint opportunities_record_fk foreign key (org_id, id) references app.records (org_id, id),
  constraint opportunities_customer_fk foreign key (org_id, customer_id) references app.customers (org_id, id),
  constraint opportunities_state_check check (state in ('open', 'won', 'won_awaiting_signing', 'lost', 'invalid')),
  constraint opportunities_probability_check check (probability between 0 and 100),
  constraint opportunities_amount_check check (amount_minor between -9000000000000000 and 9000000000000000),
  constraint opportunities_signing_check check (state <> 'won' or (signed_on is not null and contract_no is not null and signed_minor is not null))
);
create index opportunities_created_index on app.opportunities (org_id, created_at, id);
create index opportunities_updated_index on app.opportunities (org_id, updated_at, id);
create index opportunities_owner_index on app.opportunities (org_id, owner_id, state, created_at, id);
create index opportunities_stage_index on app.opportunities (org_id, state, stage_key, id);
create index opportunities_customer_index on app.opportunities (org_id, customer_id);
create index opportunities_lead_index on app.opportunities (org_id, lead_id) where lead_id is not null;

create table app.stage_stays (
  org_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  stage_key text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  actor_id uuid,
  reason text,
  amount_minor bigint,
  probability integer not null,
  expected_close_on date,
  constraint stage_stays_pk primary key (org_id, id),
  constraint stage_stays_opportunity_fk foreign key (org_id, opportunity_id) references app.opportunities (org_id, id)
);
create index stage_stays_opportunity_index on app.stage_stays (org_id, opportunity_id, entered_at);

create table app.stage_evidence (
  org_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_member uuid,
  facts jsonb not null default '{}',
  constraint stage_evidence_pk primary key (org_id, id),
  constraint stage_evidence_opportunity_fk foreign key (org_id, opportunity_id) references app.opportunities (org_id, id)
);
create index stage_evidence_opportunity_index on app.stage_evidence (org_id, opportunity_id, kind);
create index opportunities_weighted_index on app.opportunities (org_id, weighted_minor, id);

-- One name is kept of the organisations; why, stands in 0001.
alter table app.opportunities alter column org_id set statistics 1;
