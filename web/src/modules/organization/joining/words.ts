import { useWords } from '../../../kernel/i18n/index.ts';
import type { joiningZh } from '../messages/joining-zh.ts';
import type { settingsZh } from '../messages/settings-zh.ts';

/** The sentences of links by which departments join. */
export const useJoiningWords = useWords<keyof typeof joiningZh | keyof typeof settingsZh>;
