-- A share says how much it carries, until when, and why.
alter table app.shares add column level text not null default 'read';
alter table app.shares add column ends_at timestamptz;
alter table app.shares add column note text;
alter table app.shares add constraint shares_level_check check (level in ('read', 'write'));
create index shares_record_index on app.shares (org_id, record_id);
create index shares_end_index on app.shares (org_id, ends_at) where ends_at is not null;

create view sweep.shares_ended as select org_id, ends_at as due_at from app.shares where ends_at is not null;
