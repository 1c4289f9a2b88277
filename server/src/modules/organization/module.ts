import { organizationProblems } from '@dealtrail/protocol/organization';
import { organizationEn, organizationZh } from '@dealtrail/protocol/organization/messages';
import type { Module } from '../../kernel/house/module.ts';
import { createDepartment, listDepartments, updateDepartment } from './operations/departments.ts';
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from './operations/invitations.ts';
import { listColleagues, listMembers, listRoles, updateMember } from './operations/members.ts';
import { getOrganization, updateOrganization } from './operations/organization.ts';
import { setUp, setUpState } from './operations/set-up.ts';
import { guardsStatement, guardStatement, loadActor } from './store/actor-store.ts';
import { people } from './store/people-store.ts';

/** Who works here: organisation, departments, members, roles, invitations, and what each may do. */
export const organization: Module = {
  name: 'organization',
  permissions: ['organization.manage'],
  problems: organizationProblems,
  messages: { zh: organizationZh, en: organizationEn },
  constraints: { departments_parent_fk: 'reference_missing', members_department_fk: 'reference_missing' },
  actors: { load: loadActor, guard: guardStatement, guards: guardsStatement },
  people,
  routes: [
    setUpState,
    setUp,
    getOrganization,
    updateOrganization,
    listDepartments,
    createDepartment,
    updateDepartment,
    listMembers,
    listColleagues,
    updateMember,
    listRoles,
    inviteMember,
    listInvitations,
    revokeInvitation,
    openInvitation,
    acceptInvitation,
  ],
};
