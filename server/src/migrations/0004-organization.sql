create table app.departments (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  parent_id uuid,
  supervisor_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint departments_pk primary key (org_id, id),
  constraint departments_parent_fk foreign key (org_id, parent_id) references app.departments (org_id, id)
);
create table app.members (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  email text not null,
  department_id uuid,
  active boolean not null default true,
  lead_capacity integer,
  absent_from date,
  absent_until date,
  epoch integer not null default 1,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint members_pk primary key (org_id, id),
  constraint members_department_fk foreign key (org_id, department_id) references app.departments (org_id, id),
  constraint members_user_fk foreign key (user_id) references auth."user" ("id")
);
create unique index members_user_key on app.members (org_id, user_id);
create index members_department_index on app.members (org_id, department_id);
create table app.roles (
  org_id uuid not null,
  key text not null,
  name text not null,
  grants jsonb not null,
  version integer not null default 1,
  constraint roles_pk primary key (org_id, key)
);
create table app.member_roles (
  org_id uuid not null,
  member_id uuid not null,
  role_key text not null,
  constraint member_roles_pk primary key (org_id, member_id, role_key),
  constraint member_roles_member_fk foreign key (org_id, member_id) references app.members (org_id, id),
  constraint member_roles_role_fk foreign key (org_id, role_key) references app.roles (org_id, key)
);
