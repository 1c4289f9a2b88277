import type { authZh } from '@dealtrail/protocol/auth/messages';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { accountZh } from '../messages/account-zh.ts';
import type { leaveZh } from '../messages/leave-zh.ts';
import type { settingsZh } from '../messages/settings-zh.ts';

type Key =
  | keyof typeof accountZh
  | keyof typeof leaveZh
  | `leave.${LeaveFault}`
  | keyof typeof authZh
  | keyof typeof settingsZh;

/** What a leave is refused for; the protocol brings the words. */
type LeaveFault =
  | 'absence_reversed'
  | 'leave_over'
  | 'dates_needed'
  | 'deputy_self'
  | 'deputy_unavailable'
  | 'deputy_absent'
  | 'deputy_circle';

/** The sentences of the own account, and the labels of the sign-in log. */
export const useAccountWords = useWords<Key>;
