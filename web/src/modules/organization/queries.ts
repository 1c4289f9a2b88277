import { openPasswordReset } from '@dealtrail/protocol/auth';
import { openInvitation } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useQuery } from '@tanstack/react-query';
import { call, type ProblemError } from '../../kernel/client/index.ts';

/** What an invitation link invites to. It travels as a POST, so that the token stays out of addresses and logs. */
export function useInvitation(token: string) {
  return useQuery<Answer<typeof openInvitation>, ProblemError>({
    queryKey: [openInvitation.id, token],
    queryFn: ({ signal }) => call(openInvitation, { body: { token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Whether a reset link is still good. */
export function useResetLink(token: string) {
  return useQuery<Answer<typeof openPasswordReset>, ProblemError>({
    queryKey: [openPasswordReset.id, token],
    queryFn: ({ signal }) => call(openPasswordReset, { body: { token } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
