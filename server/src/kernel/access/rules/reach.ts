import type { Scope } from '@dealtrail/protocol/auth';

/** How much of a record somebody shared: looking at it, or working on it too. */
export type ShareLevel = 'read' | 'write';

/** What a share carries: verbs of the record's chapter. Giving away, closing, deleting and sharing stay with its people. */
const carried: Readonly<Record<ShareLevel, ReadonlySet<string>>> = {
  read: new Set(['read']),
  write: new Set(['read', 'update', 'followUp', 'reveal']),
};

/** What of a member decides how far their permissions reach. */
export interface Standing {
  readonly memberId: string;
  readonly permissions: ReadonlyMap<string, Scope>;
  /** Own department and those the member supervises: scope `team`. */
  readonly teamDepartmentIds: readonly string[];
  /** The same with everything below: scope `tree`. */
  readonly treeDepartmentIds: readonly string[];
  /** Records others share with the member at this moment. */
  readonly shares: ReadonlyMap<string, ShareLevel>;
}

/** The records a permission reaches, as data: none, all, or those of an owner, of departments, and single ones. */
export type Reach =
  | 'none'
  | 'all'
  | { readonly ownerId: string; readonly departmentIds: readonly string[]; readonly recordIds: readonly string[] };

/** Whether a permission reaches only what somebody owns: contact data of what nobody owns is shown to nobody. */
export const needsOwner = (permission: string): boolean => permission.endsWith('.reveal');

/** What a record must tell so that rights can be judged on it. */
export interface Owned {
  readonly id: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

function departmentsIn(scope: Scope, standing: Standing): readonly string[] {
  if (scope === 'tree') return standing.treeDepartmentIds;
  return scope === 'team' ? standing.teamDepartmentIds : [];
}

/**
 * Which records a permission of this member reaches. The one rule of rights: lists write it as SQL, verbs ask it of a
 * row in hand. A share widens a permission the member holds and never gives one.
 */
export function reachOf(standing: Standing, permission: string): Reach {
  const scope = standing.permissions.get(permission);
  if (!scope) return 'none';
  if (scope === 'all') return 'all';
  const verb = permission.slice(permission.lastIndexOf('.') + 1);
  const recordIds = [...standing.shares].flatMap(([id, level]) => (carried[level].has(verb) ? [id] : []));
  return { ownerId: standing.memberId, departmentIds: departmentsIn(scope, standing), recordIds };
}

/** True when a record is among those reached. */
export function isWithin(reach: Reach, record: Owned): boolean {
  if (reach === 'none' || reach === 'all') return reach === 'all';
  return (
    record.ownerId === reach.ownerId ||
    (record.departmentId !== null && reach.departmentIds.includes(record.departmentId)) ||
    reach.recordIds.includes(record.id)
  );
}
