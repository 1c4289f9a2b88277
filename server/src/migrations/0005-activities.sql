create table app.follow_ups (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  number text not null,
  method text not null,
  outcome text not null,
  content text,
  feedback text,
  next_step text,
  next_step_on date,
  occurred_at timestamptz not null,
  entered_at timestamptz not null,
  entered_late boolean not null,
  author_id uuid,
  owner_id uuid,
  department_id uuid,
  state_after text,
  late_reason text,
  constraint follow_ups_pk primary key (org_id, id),
  constraint follow_ups_record_fk foreign key (org_id, record_id) references app.records (org_id, id)
);
create unique index follow_ups_number_key on app.follow_ups (org_id, number);
create index follow_ups_record_index on app.follow_ups (org_id, record_id, occurred_at desc);
create index follow_ups_author_index on app.follow_ups (org_id, author_id, occurred_at desc);

-- History of a lead stays readable on the customer and opportunity it became.
create table app.record_links (
  org_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  at timestamptz not null,
  constraint record_links_pk primary key (org_id, to_id, from_id),
  constraint record_links_from_fk foreign key (org_id, from_id) references app.records (org_id, id),
  constraint record_links_to_fk foreign key (org_id, to_id) references app.records (org_id, id)
);

create table app.tasks (
  org_id uuid not null,
  id uuid not null,
  record_id uuid,
  kind text not null,
  title text,
  title_key text,
  title_params jsonb,
  owner_id uuid not null,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  result text,
  cancelled_at timestamptz,
  required boolean not null default false,
  template_key text,
  stage_key text,
  created_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint tasks_pk primary key (org_id, id),
  constraint tasks_record_fk foreign key (org_id, record_id) references app.records (org_id, id),
  constraint tasks_title_check check (title is not null or title_key is not null)
);
create index tasks_owner_index on app.tasks (org_id, owner_id, due_at) where done_at is null and cancelled_at is null;
create index tasks_record_index on app.tasks (org_id, record_id);

-- One name is kept of the organisations; why, stands in 0001.
alter table app.tasks alter column org_id set statistics 1;
alter table app.follow_ups alter column org_id set statistics 1;
