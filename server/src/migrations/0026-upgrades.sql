-- Permissions the roles of an organisation were brought up to. Those of before had what could be granted until then,
-- and no way to take any of it from a role.
alter table app.organizations add column known_permissions text[];
update app.organizations set known_permissions = array[
  'audit.read', 'customers.create', 'customers.read', 'customers.reveal', 'customers.update', 'insights.read',
  'leads.assign', 'leads.create', 'leads.followUp', 'leads.import', 'leads.manageRules', 'leads.read', 'leads.reveal',
  'leads.update', 'opportunities.advance', 'opportunities.close', 'opportunities.confirmInvalid',
  'opportunities.create', 'opportunities.followUp', 'opportunities.read', 'opportunities.update',
  'organization.manage'
];
alter table app.organizations alter column known_permissions set not null;
-- What an upgrade brought a role and nobody has looked at since.
alter table app.roles add column added_permissions text[] not null default '{}';

-- Of whom a second step is asked.
alter table app.organizations add column second_step_for text not null default 'nobody';
alter table app.organizations add constraint organizations_second_step_check
  check (second_step_for in ('nobody', 'administrators', 'everybody'));

-- What records and files are found by is made anew in one pass when its rules change; how far that came stands here,
-- once for all rows instead of in each. (records.tok_version is no longer read or written; a reading view cannot lose a
-- column.)
create table app.remakes (
  org_id uuid not null,
  what text not null,
  made_version integer not null,
  after_id uuid,
  ended_at timestamptz,
  constraint remakes_pk primary key (org_id, what),
  constraint remakes_what_check check (what in ('records', 'files'))
);
