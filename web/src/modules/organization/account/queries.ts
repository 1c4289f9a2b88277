import { getSecondFactor, listOwnSessions } from '@dealtrail/protocol/auth';
import { getMemberAccess, getOwnAccount } from '@dealtrail/protocol/organization';
import { useOperation } from '../../../kernel/client/index.ts';

/** The own name and the names to sign in with. */
export function useOwnAccount() {
  return useOperation(getOwnAccount, {});
}

/** Where one is signed in. */
export function useOwnSessions() {
  return useOperation(listOwnSessions, {});
}

/** Whether the own second step is on. */
export function useSecondFactor() {
  return useOperation(getSecondFactor, {});
}

/** How a member signs in, for an administrator. */
export function useMemberAccess(id: string) {
  return useOperation(getMemberAccess, { params: { id } });
}
