-- An import remembers how its file is read and what happens to rows whose record is known, and may be cancelled.
alter table app.imports add column reading jsonb not null default '{}';
alter table app.imports add column known text not null default 'fill_blanks';
alter table app.imports drop constraint imports_state_check;
alter table app.imports add constraint imports_state_check
  check (state in ('queued', 'running', 'paused', 'done', 'failed', 'cancelled'));
create index imports_newest_index on app.imports (org_id, created_at desc, id desc);

-- How a file with these headings was mapped the last time, offered when one comes again.
create table app.import_mappings (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  fingerprint text not null,
  name text not null,
  mapping jsonb not null,
  member_id uuid not null,
  used_at timestamptz not null,
  version integer not null default 1,
  constraint import_mappings_pk primary key (org_id, id),
  constraint import_mappings_header_key unique (org_id, kind, fingerprint)
);

create table app.exports (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  member_id uuid not null,
  format text not null,
  columns jsonb not null,
  filter text,
  q text,
  sort text,
  clear boolean not null default false,
  reason text,
  locale text not null,
  state text not null,
  -- Rows that were expected when it was ordered, and those written so far.
  rows integer not null,
  written integer not null default 0,
  bytes bigint,
  sha256 text,
  file_name text not null,
  problem text,
  downloads integer not null default 0,
  created_at timestamptz not null,
  on_day date not null,
  finished_at timestamptz,
  due_at timestamptz,
  expires_at timestamptz,
  version integer not null default 1,
  constraint exports_pk primary key (org_id, id),
  constraint exports_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')),
  constraint exports_format_check check (format in ('xlsx', 'csv'))
);
create index exports_member_index on app.exports (org_id, member_id, created_at desc);
create index exports_newest_index on app.exports (org_id, created_at desc, id desc);
create index exports_due_index on app.exports (org_id, due_at) where due_at is not null;
create index exports_expiry_index on app.exports (org_id, expires_at) where expires_at is not null;
create index exports_content_index on app.exports (org_id, sha256) where sha256 is not null;

-- Whom an export showed: the ids of its records in order, in pieces, so that one piece of each export answers for a record.
create table app.export_records (
  org_id uuid not null,
  export_id uuid not null,
  part integer not null,
  first_id uuid not null,
  last_id uuid not null,
  ids uuid[] not null,
  constraint export_records_pk primary key (org_id, export_id, part),
  constraint export_records_export_fk foreign key (org_id, export_id) references app.exports (org_id, id)
);
create index export_records_range_index on app.export_records (org_id, first_id, last_id);

-- Rows a member of a role may export in a day; without a row the product's own bound holds.
create table app.export_limits (
  org_id uuid not null,
  role_key text not null,
  id uuid not null,
  rows_a_day integer not null,
  constraint export_limits_pk primary key (org_id, role_key),
  constraint export_limits_rows_check check (rows_a_day >= 0)
);

create view sweep.exports_due as select org_id, due_at from app.exports where due_at is not null;
create view sweep.exports_expired as select org_id, expires_at as due_at from app.exports where expires_at is not null;
