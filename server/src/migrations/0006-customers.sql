create table app.customers (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  industry text,
  region text,
  province text,
  city text,
  deal_state text not null default 'none',
  signings integer not null default 0,
  owner_id uuid,
  department_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint customers_pk primary key (org_id, id),
  constraint customers_record_fk foreign key (org_id, id) references app.records (org_id, id),
  constraint customers_deal_state_check check (deal_state in ('none', 'won', 'repeat'))
);
create index customers_created_index on app.customers (org_id, created_at, id);
create index customers_updated_index on app.customers (org_id, updated_at, id);
create index customers_name_index on app.customers (org_id, name, id);
create index customers_owner_index on app.customers (org_id, owner_id, created_at, id);

create table app.contacts (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  title text,
  phone text,
  email text,
  wechat text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint contacts_pk primary key (org_id, id),
  constraint contacts_customer_fk foreign key (org_id, customer_id) references app.customers (org_id, id)
);
create index contacts_customer_index on app.contacts (org_id, customer_id);

-- One name is kept of the organisations; why, stands in 0001.
alter table app.customers alter column org_id set statistics 1;
alter table app.contacts alter column org_id set statistics 1;
