import { previewRole, type Role, updateRole } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type ProblemError, useAct } from '../../../kernel/client/index.ts';
import { changedGrants, type Grants } from '../rules/role-matrix.ts';

/** Who would be affected by the grants as they stand in the matrix. */
export type RolePreview = Answer<typeof previewRole>;

/** A role on its way to other grants. */
export interface RoleEdit {
  readonly grants: Grants;
  readonly changed: readonly string[];
  readonly preview: RolePreview | undefined;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly set: (grants: Grants) => void;
  readonly giveUp: () => void;
  readonly save: () => void;
}

/** Edits the grants of a role: nothing is sent before it is saved, but it is told whom it will concern. */
export function useRoleEdit(role: Role): RoleEdit {
  const [grants, set] = useState<Grants>(role.grants);
  const act = useAct(updateRole, { invalidates: ['organization.*', 'auth.*'] });
  const changed = changedGrants(role.grants, grants);
  const preview = useQuery<RolePreview, ProblemError>({
    queryKey: [previewRole.id, role.id, role.version, grants],
    queryFn: ({ signal }) =>
      call(previewRole, { params: { id: role.id }, body: { grants: grants as Role['grants'] } }, { signal }),
    enabled: changed.length > 0,
  });
  return {
    grants,
    changed,
    preview: changed.length > 0 ? preview.data : undefined,
    busy: act.busy,
    error: act.error ?? preview.error,
    set,
    giveUp: () => {
      act.reset();
      set(role.grants);
    },
    save: () =>
      act.press({ params: { id: role.id }, body: { version: role.version, grants: grants as Role['grants'] } }),
  };
}
