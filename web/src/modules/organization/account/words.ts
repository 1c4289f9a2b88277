import type { authZh } from '@dealtrail/protocol/auth/messages';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { accountZh } from '../messages/account-zh.ts';
import type { settingsZh } from '../messages/settings-zh.ts';

type Key = keyof typeof accountZh | keyof typeof authZh | keyof typeof settingsZh;

/** The sentences of the own account, and the labels of the sign-in log. */
export const useAccountWords = useWords<Key>;
