import { listApiKeys } from '@dealtrail/protocol/auth';
import {
  getOrganization,
  listDepartments,
  listInvitations,
  listMembers,
  listRoles,
} from '@dealtrail/protocol/organization';
import { useOperation } from '../../kernel/client/index.ts';

/** The own organisation. */
export function useOrganization() {
  return useOperation(getOrganization, {});
}

/** All departments as a flat list. */
export function useDepartments() {
  return useOperation(listDepartments, {});
}

/** All members with roles, capacity and absence. */
export function useMembers() {
  return useOperation(listMembers, {});
}

/** The newest invitations. */
export function useInvitations() {
  return useOperation(listInvitations, {});
}

/** Roles with what they grant. */
export function useRoles() {
  return useOperation(listRoles, {});
}

/** The own API keys. */
export function useApiKeys() {
  return useOperation(listApiKeys, {});
}
