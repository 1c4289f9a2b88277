import type { Scope } from '@dealtrail/protocol/auth';
import type { ViewSharing } from '@dealtrail/protocol/views';

/** Who sees a view. */
export interface Sharing {
  readonly sharing: ViewSharing;
  readonly departmentIds: readonly string[];
}

/** What of a member decides with whom they may share. */
export interface Sharer {
  /** How far `views.share` reaches; undefined: not granted. */
  readonly scope: Scope | undefined;
  readonly teamDepartmentIds: readonly string[];
  readonly treeDepartmentIds: readonly string[];
}

/** Whether a view may be seen by these people because this member says so: everybody needs the scope all. */
export function mayShare({ scope, teamDepartmentIds, treeDepartmentIds }: Sharer, wanted: Sharing): boolean {
  if (wanted.sharing === 'private') return true;
  if (!scope) return false;
  if (scope === 'all') return true;
  if (wanted.sharing === 'everyone') return false;
  const within = scope === 'tree' ? treeDepartmentIds : scope === 'team' ? teamDepartmentIds : [];
  return wanted.departmentIds.length > 0 && wanted.departmentIds.every((id) => within.includes(id));
}
