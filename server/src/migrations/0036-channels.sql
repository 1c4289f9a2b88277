-- Campaigns (市场活动): what brings leads and what it cost.
create table app.campaigns (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  other_names text[] not null,
  kind text not null,
  source text,
  starts_on date,
  ends_on date,
  planned_minor bigint,
  actual_minor bigint,
  currency text not null,
  owner_id uuid,
  state text not null,
  note text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint campaigns_pk primary key (org_id, id),
  constraint campaigns_owner_fk foreign key (org_id, owner_id) references app.members (org_id, id),
  constraint campaigns_state_check check (state in ('planned', 'running', 'ended', 'cancelled')),
  constraint campaigns_days_check check (ends_on >= starts_on),
  constraint campaigns_planned_check check (planned_minor between 0 and 9000000000000000),
  constraint campaigns_actual_check check (actual_minor between 0 and 9000000000000000)
);
create index campaigns_start_index on app.campaigns (org_id, starts_on, id);

-- Every text that means a campaign, folded: its name and how else people write it.
create table app.campaign_names (
  org_id uuid not null,
  folded text not null,
  campaign_id uuid not null,
  constraint campaign_names_pk primary key (org_id, folded),
  constraint campaign_names_campaign_fk foreign key (org_id, campaign_id) references app.campaigns (org_id, id)
);
create index campaign_names_campaign_index on app.campaign_names (org_id, campaign_id);

-- The text of the campaign stays as it was told; the id says which campaign that is, once one is known by it.
alter table app.leads add column campaign_id uuid;
alter table app.leads add constraint leads_campaign_fk foreign key (org_id, campaign_id) references app.campaigns (org_id, id);
create index leads_campaign_index on app.leads (org_id, campaign_id, created_at, id) where campaign_id is not null;
create index leads_unknown_campaign_index on app.leads (org_id, campaign) where campaign_id is null and campaign is not null;

-- A known lead that came again through a campaign.
alter table app.lead_touches add column campaign_id uuid;
create index lead_touches_campaign_index on app.lead_touches (org_id, campaign_id, at) where campaign_id is not null;

-- Doors for other systems (Webhook): who may post, and how what they say becomes a lead.
create table app.inbound_hooks (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  sign_secret text,
  source text not null,
  campaign text,
  fields jsonb not null,
  delivery_path text,
  active boolean not null,
  responsible_id uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint inbound_hooks_pk primary key (org_id, id),
  constraint inbound_hooks_member_fk foreign key (org_id, responsible_id) references app.members (org_id, id)
);
create unique index inbound_hooks_token_key on app.inbound_hooks (org_id, token_hash);

-- What was posted. A body is kept while a person has to decide about it; else the last ten of a door, for seven days.
create table app.inbound_posts (
  org_id uuid not null,
  id uuid not null,
  hook_id uuid not null,
  at timestamptz not null,
  state text not null,
  reason text,
  fingerprint text not null,
  body jsonb,
  lead_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  constraint inbound_posts_pk primary key (org_id, id),
  constraint inbound_posts_hook_fk foreign key (org_id, hook_id) references app.inbound_hooks (org_id, id),
  constraint inbound_posts_state_check check (state in ('created', 'joined', 'held', 'discarded'))
);
create unique index inbound_posts_once_key on app.inbound_posts (org_id, hook_id, fingerprint);
create index inbound_posts_hook_index on app.inbound_posts (org_id, hook_id, state, id);
create index inbound_posts_body_index on app.inbound_posts (org_id, at) where body is not null and state <> 'held';
create view sweep.inbound_bodies as
  select org_id, at + interval '7 days' as due_at from app.inbound_posts where body is not null and state <> 'held';

-- Who referred a lead: the customer, contact or partner by name, and the person there.
alter table app.leads
  add column referrer text,
  add column referred_by text;
create index leads_referrer_index on app.leads (org_id, referrer) where referrer is not null;
