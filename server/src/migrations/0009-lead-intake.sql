-- Intake of leads: loads of owners, source texts a person mapped, masked hits counted, pauses that end.
create index leads_open_index on app.leads (org_id, owner_id)
  where state in ('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating');
create index leads_tray_index on app.leads (org_id, source) where not source_listed;
create index leads_paused_index on app.leads (org_id, paused_until) where paused_until is not null;

create table app.lead_source_texts (
  org_id uuid not null,
  folded text not null,
  key text not null,
  mapped_by uuid,
  mapped_at timestamptz not null,
  constraint lead_source_texts_pk primary key (org_id, folded)
);

-- Who was told that a record they may not see exists, so that nobody asks their way through a competitor's list.
create table app.lead_hits (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  record_id uuid not null,
  at timestamptz not null,
  constraint lead_hits_pk primary key (org_id, id)
);
create index lead_hits_member_index on app.lead_hits (org_id, member_id, at);

create view sweep.leads_paused as
  select l.org_id, l.paused_until::timestamp at time zone o.zone as due_at
  from app.leads l join app.organizations o on o.id = l.org_id where l.paused_until is not null;
