import { listApiKeys } from '@dealtrail/protocol/auth';
import type { Answer } from '@dealtrail/protocol/kernel';
import {
  getMember,
  getOrganization,
  listDepartments,
  listInvitations,
  listMembers,
  listNumberPatterns,
  listPermissions,
  listRoles,
  type MemberQuery,
} from '@dealtrail/protocol/organization';
import { useList, useOperation } from '../../kernel/client/index.ts';

/** The own organisation. */
export function useOrganization() {
  return useOperation(getOrganization, {});
}

/** All departments as a flat list. */
export function useDepartments() {
  return useOperation(listDepartments, {});
}

/** A member with what they own and supervise. */
export type MemberDetail = Answer<typeof getMember>;

/** Members by name, page by page. */
export function useMembers(query: MemberQuery) {
  return useList(listMembers, { query });
}

/** One member. */
export function useMember(id: string) {
  return useOperation(getMember, { params: { id } });
}

/** Every permission of the house, by object. */
export function usePermissions() {
  return useOperation(listPermissions, {});
}

/** How objects are numbered. */
export function useNumberPatterns() {
  return useOperation(listNumberPatterns, {});
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
