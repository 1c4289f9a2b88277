import { organizationProblems, peekMembers, startMembers } from '@dealtrail/protocol/organization';
import { organizationEn, organizationZh } from '@dealtrail/protocol/organization/messages';
import type { Module } from '../../kernel/house/module.ts';
import { closeDepartment, createDepartment, listDepartments, updateDepartment } from './operations/departments.ts';
import { importRoutes } from '../../kernel/imports/index.ts';
import { memberImports } from './intake/import-kind.ts';
import { giveNewPermissions } from './jobs/give-new-permissions.ts';
import { sweepPinyin } from './jobs/sweep-pinyin.ts';
import { renewInvitationLinks } from './operations/invitation-links.ts';
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from './operations/invitations.ts';
import { getMember, listColleagues, listMembers, listSkills } from './operations/list-members.ts';
import { listPermissions } from './operations/list-permissions.ts';
import { memberTemplate } from './operations/member-template.ts';
import { assignRoles, updateMember } from './operations/members.ts';
import { listNumberPatterns, saveNumberPattern } from './operations/number-patterns.ts';
import { getOrganization, updateOrganization } from './operations/organization.ts';
import { previewRole } from './operations/preview-role.ts';
import { createRole, deleteRole, listRoles, separateAdministrators, updateRole } from './operations/roles.ts';
import {
  admitMember,
  createJoinLink,
  joinByLink,
  listJoinLinks,
  listWaitingMembers,
  openJoinLink,
  revokeJoinLink,
} from './operations/join-links.ts';
import {
  endMemberSessions,
  getMemberAccess,
  listSignIns,
  makeResetLink,
  resetMemberFactor,
} from './operations/member-access.ts';
import { getOwnAccount, updateOwnAccount } from './operations/own-account.ts';
import { listLeaves } from './operations/leave/list-leaves.ts';
import { setLeave } from './operations/leave/set-leave.ts';
import { setUp, setUpState } from './operations/set-up.ts';
import { whenDeputyNamedTellBoth } from './reactions/when-deputy-named-tell-both.ts';
import { guardsStatement, guardStatement, loadActor } from './store/actor-store.ts';
import { people } from './store/people-store.ts';

/** Who works here: organisation, departments, members, roles, invitations, and what each may do. */
export const organization: Module = {
  name: 'organization',
  permissions: ['organization.read', 'organization.manage', 'organization.manageRoles', 'organization.grantBeyond'],
  problems: organizationProblems,
  messages: { zh: organizationZh, en: organizationEn },
  constraints: {
    departments_parent_fk: 'reference_missing',
    members_department_fk: 'reference_missing',
    members_deputy_fk: 'reference_missing',
    member_roles_role_fk: 'reference_missing',
    join_links_department_fk: 'reference_missing',
    members_mobile_key: 'mobile_taken',
    members_staff_number_key: 'staff_number_taken',
    roles_name_key: 'conflict',
    number_patterns_pk: 'conflict',
  },
  actors: { load: loadActor, guard: guardStatement, guards: guardsStatement },
  people,
  reactions: [whenDeputyNamedTellBoth],
  notices: [{ kind: 'organization.deputy_named', app: true, mail: null }],
  importKinds: [memberImports],
  sweeps: [giveNewPermissions, sweepPinyin],
  routes: [
    setUpState,
    setUp,
    getOrganization,
    updateOrganization,
    listDepartments,
    createDepartment,
    updateDepartment,
    closeDepartment,
    listMembers,
    listSkills,
    memberTemplate,
    ...importRoutes(memberImports, { peek: peekMembers, start: startMembers }),
    getMember,
    listColleagues,
    updateMember,
    assignRoles,
    listPermissions,
    listRoles,
    createRole,
    updateRole,
    previewRole,
    deleteRole,
    separateAdministrators,
    listNumberPatterns,
    saveNumberPattern,
    inviteMember,
    listInvitations,
    renewInvitationLinks,
    revokeInvitation,
    openInvitation,
    acceptInvitation,
    listLeaves,
    setLeave,
    getOwnAccount,
    updateOwnAccount,
    getMemberAccess,
    makeResetLink,
    endMemberSessions,
    resetMemberFactor,
    listSignIns,
    listJoinLinks,
    createJoinLink,
    revokeJoinLink,
    openJoinLink,
    joinByLink,
    listWaitingMembers,
    admitMember,
  ],
};
