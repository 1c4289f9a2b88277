-- The organisation and its people speak a language of their own; mails are worded in it.
alter table app.organizations add column locale text not null default 'zh';
alter table app.organizations add constraint organizations_locale_check check (locale in ('zh', 'en'));
alter table app.members add column locale text;
alter table app.members add constraint members_locale_check check (locale in ('zh', 'en'));

-- Found by pinyin and put in the order of names; a sweep fills it for those who were here before.
alter table app.members add column pinyin text not null default '';
create index members_pinyin_index on app.members (org_id, pinyin, id);
-- Set while the person was only entered by somebody else and cannot sign in yet.
alter table app.members add column invited_at timestamptz;

-- A closed department keeps its row: records still name it, and who answers for `merged_into` answers for them.
alter table app.departments add column position double precision not null default 0;
alter table app.departments add column closed_at timestamptz;
alter table app.departments add column merged_into uuid;
alter table app.departments add constraint departments_merged_fk foreign key (org_id, merged_into) references app.departments (org_id, id);

alter table app.roles add column id uuid;
update app.roles set id = md5(org_id::text || key)::uuid;
alter table app.roles alter column id set not null;
create unique index roles_id_key on app.roles (org_id, id);
create unique index roles_name_key on app.roles (org_id, lower(name));
-- Reading, managing and granting were one permission before.
update app.roles set grants = grants || '{"organization.read": "all", "organization.manageRoles": "all"}'::jsonb
where grants ->> 'organization.manage' = 'all';

create table app.number_patterns (
  org_id uuid not null,
  kind text not null,
  id uuid not null,
  pattern text not null,
  -- Patterns that were used before: numbers made by them are still there.
  former text[] not null,
  version integer not null default 1,
  constraint number_patterns_pk primary key (org_id, kind)
);

-- An invitation to take over a member who is there already, as an import makes them.
alter table auth.invitations add column member_id uuid;

create view sweep.members_without_pinyin as
  select org_id, min(created_at) as due_at from app.members where pinyin = '' group by org_id;
