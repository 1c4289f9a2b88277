import type { Scope } from '@dealtrail/protocol/auth';

/** How much of a record somebody shared: looking at it, or working on it too. */
export type ShareLevel = 'read' | 'write';

/** What a share carries: verbs of the record's chapter. Giving away, closing, deleting and sharing stay with its people. */
const carried: Readonly<Record<ShareLevel, ReadonlySet<string>>> = {
  read: new Set(['read']),
  write: new Set(['read', 'update', 'followUp', 'reveal']),
};

/** Somebody away whose work the member does meanwhile: what may be done of it is what they may do themselves. */
export interface StoodFor {
  readonly memberId: string;
  readonly name: string;
  readonly permissions: ReadonlyMap<string, Scope>;
  readonly teamDepartmentIds: readonly string[];
  readonly treeDepartmentIds: readonly string[];
}

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
  /** Those away whose deputy the member is at this moment; left out: nobody. */
  readonly standsFor?: readonly StoodFor[];
}

/** The records a permission reaches, as data: none, all, or those of owners, of departments, and single ones. */
export type Reach =
  | 'none'
  | 'all'
  | {
      readonly ownerIds: readonly string[];
      readonly departmentIds: readonly string[];
      readonly recordIds: readonly string[];
    };

/** Whether a permission reaches only what somebody owns: contact data of what nobody owns is shown to nobody. */
export const needsOwner = (permission: string): boolean => permission.endsWith('.reveal');

/** What a record must tell so that rights can be judged on it. */
export interface Owned {
  readonly id: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

function departmentsIn(
  scope: Scope,
  standing: Pick<Standing, 'teamDepartmentIds' | 'treeDepartmentIds'>,
): readonly string[] {
  if (scope === 'tree') return standing.treeDepartmentIds;
  return scope === 'team' ? standing.teamDepartmentIds : [];
}

/**
 * What a deputy reaches besides: records of those away, and of the departments they answer for, by the verbs a share of
 * work carries, as far as they hold the permission themselves. Never everything, and nothing of those they stand for.
 */
function deputed({ standsFor = [] }: Standing, permission: string, verb: string) {
  const away = carried.write.has(verb) ? standsFor.filter(({ permissions }) => permissions.has(permission)) : [];
  return {
    ownerIds: away.map(({ memberId }) => memberId),
    departmentIds: away.flatMap((one) => {
      const scope = one.permissions.get(permission) ?? 'own';
      return departmentsIn(scope === 'all' ? 'tree' : scope, one);
    }),
  };
}

/**
 * Which records a permission of this member reaches. The one rule of rights: lists write it as SQL, verbs ask it of a
 * row in hand. A share, and standing in for somebody, widen a permission the member holds and never give one.
 */
export function reachOf(standing: Standing, permission: string): Reach {
  const scope = standing.permissions.get(permission);
  if (!scope) return 'none';
  if (scope === 'all') return 'all';
  const verb = permission.slice(permission.lastIndexOf('.') + 1);
  const recordIds = [...standing.shares].flatMap(([id, level]) => (carried[level].has(verb) ? [id] : []));
  const more = deputed(standing, permission, verb);
  return {
    ownerIds: [standing.memberId, ...more.ownerIds],
    departmentIds: [...new Set([...departmentsIn(scope, standing), ...more.departmentIds])],
    recordIds,
  };
}

/** True when a record is among those reached. */
export function isWithin(reach: Reach, record: Owned): boolean {
  if (reach === 'none' || reach === 'all') return reach === 'all';
  return (
    (record.ownerId !== null && reach.ownerIds.includes(record.ownerId)) ||
    (record.departmentId !== null && reach.departmentIds.includes(record.departmentId)) ||
    reach.recordIds.includes(record.id)
  );
}
