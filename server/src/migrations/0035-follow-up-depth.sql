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

-- What people say about a record to each other.
create table app.comments (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  author_id uuid not null,
  text text not null,
  at timestamptz not null,
  constraint comments_pk primary key (org_id, id),
  constraint comments_record_fk foreign key (org_id, record_id) references app.records (org_id, id)
);
create index comments_record_index on app.comments (org_id, record_id, at desc);

-- Who wants to hear of what happens to a record.
create table app.watches (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  constraint watches_pk primary key (org_id, id),
  constraint watches_record_fk foreign key (org_id, record_id) references app.records (org_id, id),
  constraint watches_member_fk foreign key (org_id, member_id) references app.members (org_id, id)
);
create unique index watches_once_key on app.watches (org_id, record_id, member_id);
create index watches_member_index on app.watches (org_id, member_id, since desc);

-- How well a follow-up tells what happened, by which reasons, and by which version of the rules.
alter table app.follow_ups add column quality_score integer;
alter table app.follow_ups add column quality_reasons jsonb;
alter table app.follow_ups add column quality_version integer;
create index follow_ups_occurred_index on app.follow_ups (org_id, occurred_at desc);

-- A file on a follow-up is named by the naming rule; what it was called before stays with it.
alter table app.attachments add column original_name text;
create index attachments_follow_up_index on app.attachments (org_id, follow_up_id) where follow_up_id is not null;
