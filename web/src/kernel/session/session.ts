import { type Session, session as sessionOperation } from '@dealtrail/protocol/auth';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { call, ProblemError } from '../client/index.ts';
import { hangUp } from '../live/index.ts';
import { setServerNow } from './server-clock.ts';

/** Who is signed in; `null` is nobody. A failure to ask is an error, not nobody. */
export const sessionRead = queryOptions<Session | null, ProblemError>({
  queryKey: ['auth.session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    try {
      const found = await call(sessionOperation, {}, { signal });
      setServerNow(found.now);
      return found;
    } catch (error) {
      if (error instanceof ProblemError && error.kind === 'signed_out') return null;
      throw error;
    }
  },
});

/** The session the shell stands in; it stays for the shell's last moments after signing out. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The signed-in member, their organisation and permissions; only inside the shell, where there is one. */
export function useSession(): Session {
  const found = useContext(SessionContext);
  if (!found) throw new Error('useSession stands outside the signed-in shell');
  return found;
}

/** Takes over the session a sign-in, set-up or invitation has answered with, and forgets what the one before saw. */
export function useSignedIn(): (session: Session) => void {
  const cache = useQueryClient();
  return useCallback(
    (session: Session) => {
      cache.clear();
      hangUp();
      setServerNow(session.now);
      cache.setQueryData(sessionRead.queryKey, session);
    },
    [cache],
  );
}

/**
 * Takes over the session of somebody who signed in over a page whose session had ended, and says whether it is the same
 * member: then the page goes on as it stands. What another one may see is not what stands there.
 */
export function useSignedInAgain(): (session: Session) => boolean {
  const cache = useQueryClient();
  const before = useSession();
  return useCallback(
    (session: Session) => {
      if (session.member.id !== before.member.id) return false;
      setServerNow(session.now);
      cache.setQueryData(sessionRead.queryKey, session);
      return true;
    },
    [cache, before],
  );
}

/** Whether a member may do something at all; whether on this record, its `abilities` say. */
export function may(session: Session, permission: string): boolean {
  return permission === 'member' || permission === 'public' || permission in session.permissions;
}

/** Whether the signed-in member may do something at all. */
export function useMay(): (permission: string) => boolean {
  const session = useSession();
  return useCallback((permission) => may(session, permission), [session]);
}
