import type { RoleKey } from '@dealtrail/protocol/organization';
import { useCallback } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { settingsZh } from '../messages/settings-zh.ts';
import type { structureZh } from '../messages/structure-zh.ts';

type Key = keyof typeof settingsZh | keyof typeof structureZh | `role.${RoleKey}`;

/** The sentences of the settings, and the labels the protocol brings. */
export const useSettingsWords = useWords<Key>;

/** Name of a role by its key; a role of the organisation's own keeps its name. */
export function useRoleName(): (key: string, name?: string) => string {
  const word = useWords();
  return useCallback(
    (key, name = key) => {
      const said = word(`role.${key}`);
      return said === `role.${key}` ? name : said;
    },
    [word],
  );
}
