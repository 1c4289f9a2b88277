-- People sign in by e-mail, mobile number or staff number; the last two are unique within their organisation.
alter table app.members add column mobile text;
alter table app.members add column staff_number text;
-- Came by a department's link and waits for an administrator.
alter table app.members add column waiting_since timestamptz;
create unique index members_mobile_key on app.members (org_id, mobile) where mobile is not null;
create unique index members_staff_number_key on app.members (org_id, staff_number) where staff_number is not null;

create table app.second_factors (
  org_id uuid not null,
  member_id uuid not null,
  secret text not null,
  since timestamptz,
  last_step bigint not null default 0,
  recovery_hashes text[] not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint second_factors_pk primary key (org_id, member_id),
  constraint second_factors_member_fk foreign key (org_id, member_id) references app.members (org_id, id)
);

create table app.password_resets (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  made_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint password_resets_pk primary key (org_id, id),
  constraint password_resets_token_key unique (org_id, token_hash),
  constraint password_resets_member_fk foreign key (org_id, member_id) references app.members (org_id, id)
);
create index password_resets_member_index on app.password_resets (org_id, member_id);

create table app.join_links (
  org_id uuid not null,
  id uuid not null,
  token_hash text not null,
  department_id uuid,
  role_keys text[] not null,
  needs_approval boolean not null,
  most_uses integer not null,
  uses integer not null default 0,
  made_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version integer not null default 1,
  constraint join_links_pk primary key (org_id, id),
  constraint join_links_token_key unique (org_id, token_hash),
  constraint join_links_department_fk foreign key (org_id, department_id) references app.departments (org_id, id)
);
create index join_links_department_index on app.join_links (org_id, department_id);

-- Every sign-in and every act on an account; an unknown identifier belongs to no organisation.
create table auth.sign_in_log (
  id uuid not null,
  at timestamptz not null,
  org_id uuid,
  member_id uuid,
  actor_id uuid,
  event text not null,
  identifier text,
  peer text,
  device text,
  constraint sign_in_log_pk primary key (id)
);
create index sign_in_log_org_index on auth.sign_in_log (org_id, id desc);
create index sign_in_log_member_index on auth.sign_in_log (org_id, member_id, id desc);

-- From here on only a hash of a session's token is kept; sessions of before end.
delete from auth."session";

-- Before a sign-in nobody knows the organisation. This door through the second lock answers only whoever names an
-- account exactly, and two rows at the most: two are an ambiguous name.
create function auth.accounts_called(way text, name text)
  returns table (org_id uuid, member_id uuid, user_id uuid, member_name text, email text, password text, second_factor boolean)
  language sql stable security definer set search_path = '' as $$
  with called as (
    select m.org_id, m.id, m.user_id, m.name from auth."user" u
    join auth.memberships s on s.user_id = u."id"
    join app.members m on m.org_id = s.org_id and m.id = s.member_id
    where way = 'email' and u."email" = accounts_called.name and m.active
    union all
    select m.org_id, m.id, m.user_id, m.name from app.organizations o join app.members m on m.org_id = o.id
    where way = 'mobile' and m.mobile = accounts_called.name and m.active
    union all
    select m.org_id, m.id, m.user_id, m.name from app.organizations o join app.members m on m.org_id = o.id
    where way = 'staff_number' and m.staff_number = accounts_called.name and m.active
    limit 2
  )
  select c.org_id, c.id, c.user_id, c.name, u."email", a."password", f.since is not null
  from called c
  join auth."user" u on u."id" = c.user_id
  join auth."account" a on a."userId" = c.user_id and a."providerId" = 'credential'
  left join app.second_factors f on f.org_id = c.org_id and f.member_id = c.id
$$;
