import type { Role } from '@dealtrail/protocol/organization';
import { useCallback, useMemo } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useRoles } from '../settings-queries.ts';

const none: readonly Role[] = [];

/** The roles of the organisation, and how a role is called: a shipped one by its label until it is renamed. */
export function useRoleNames(): { readonly roles: readonly Role[]; readonly nameOf: (key: string) => string } {
  const word = useWords();
  const roles = useRoles().data?.items ?? none;
  const names = useMemo(
    () =>
      new Map(
        roles.map(({ key, name, kind, renamed }) => [key, kind === 'own' || renamed ? name : word(`role.${key}`)]),
      ),
    [roles, word],
  );
  const nameOf = useCallback((key: string) => names.get(key) ?? key, [names]);
  return { roles, nameOf };
}
