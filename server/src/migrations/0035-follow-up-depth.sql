-- A next step may name its hour, on the wall of the organisation.
alter table app.follow_ups add column next_step_time text;

-- Texts to begin a follow-up with: the organisation's and its members' own. One with a shipped key stands in place of it.
create table app.follow_up_templates (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid,
  shipped_key text,
  method text not null,
  name text not null,
  content text not null,
  feedback text,
  next_step text,
  active boolean not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint follow_up_templates_pk primary key (org_id, id),
  constraint follow_up_templates_owner_fk foreign key (org_id, owner_id) references app.members (org_id, id)
);
create unique index follow_up_templates_shipped_key on app.follow_up_templates (org_id, shipped_key) where shipped_key is not null;
create index follow_up_templates_owner_index on app.follow_up_templates (org_id, owner_id);
