-- A share says how much it carries, until when, and why.
alter table app.shares add column level text not null default 'read';
alter table app.shares add column ends_at timestamptz;
alter table app.shares add column note text;
alter table app.shares add constraint shares_level_check check (level in ('read', 'write'));
create index shares_record_index on app.shares (org_id, record_id);
create index shares_end_index on app.shares (org_id, ends_at) where ends_at is not null;

create view sweep.shares_ended as select org_id, ends_at as due_at from app.shares where ends_at is not null;

-- A record that went to the recycle bin or became part of another, with what undoing needs.
create table app.record_moves (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  kind text not null,
  into_id uuid,
  moved_by uuid,
  moved_at timestamptz not null,
  reason text,
  notes jsonb not null default '{}',
  ended_at timestamptz,
  ended_by uuid,
  ending text,
  end_reason text,
  constraint record_moves_pk primary key (org_id, id),
  constraint record_moves_record_fk foreign key (org_id, record_id) references app.records (org_id, id),
  constraint record_moves_into_fk foreign key (org_id, into_id) references app.records (org_id, id),
  constraint record_moves_kind_check check (kind in ('delete', 'merge')),
  constraint record_moves_ending_check check (ending in ('undone', 'purged'))
);
create unique index record_moves_open_key on app.record_moves (org_id, record_id) where ended_at is null;
create index record_moves_age_index on app.record_moves (org_id, moved_at) where ended_at is null;

create view sweep.record_moves_old as
  select org_id, moved_at + interval '30 days' as due_at from app.record_moves where ended_at is null;

alter table app.records add column purged_at timestamptz;
create index records_merged_index on app.records (org_id, merged_into) where merged_into is not null;

-- A paused lead in the recycle bin is taken up again when it comes back, not before.
create or replace view sweep.leads_paused as
  select l.org_id, l.paused_until::timestamp at time zone o.zone as due_at
  from app.leads l join app.organizations o on o.id = l.org_id
  join app.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
  where l.paused_until is not null;

-- Results of checking the sealed history, newest last; who saw contact data is asked by record.
create table app.audit_verdicts (
  org_id uuid not null,
  id uuid not null,
  checked_at timestamptz not null,
  sealed integer not null,
  unsealed integer not null,
  up_to timestamptz,
  broken_seq bigint,
  broken_reason text,
  constraint audit_verdicts_pk primary key (org_id, id),
  constraint audit_verdicts_reason_check check (broken_reason in ('gap', 'hash', 'missing', 'changed'))
);
create index audit_actor_index on app.audit (org_id, actor_id, id desc);
create index reveals_record_index on app.reveals (org_id, record_id, at desc);

-- A record is found by the names of its files.
alter table app.attachments add column tok tsvector not null default ''::tsvector;
create index attachments_tok_index on app.attachments using gin (org_id, tok);

-- Looks at contact data by member and day: counting up one row takes the place of counting all of the day's.
create table app.reveal_counts (
  org_id uuid not null,
  member_id uuid not null,
  on_day date not null,
  used integer not null,
  constraint reveal_counts_pk primary key (org_id, member_id, on_day)
);
insert into app.reveal_counts (org_id, member_id, on_day, used)
  select org_id, member_id, on_day, count(*) from app.reveals group by org_id, member_id, on_day;
