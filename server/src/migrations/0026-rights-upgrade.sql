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
