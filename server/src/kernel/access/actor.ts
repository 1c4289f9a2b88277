import type { Scope } from '@dealtrail/protocol/auth';

/** Who acts: a member with the rights their roles grant now, through a session or an API key. */
export interface Actor {
  readonly orgId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly roles: readonly { key: string; name: string }[];
  readonly permissions: ReadonlyMap<string, Scope>;
  /** Own department and those the member supervises: scope `team`. */
  readonly teamDepartmentIds: readonly string[];
  /** The same with everything below: scope `tree`. */
  readonly treeDepartmentIds: readonly string[];
  readonly supervises: boolean;
  readonly organization: { readonly name: string; readonly zone: string; readonly currency: string };
  readonly via: 'session' | 'key';
  /** Moves when roles, departments or the sign-in change; an older one is not used again. */
  readonly epoch: string;
}

/** How far a permission of this actor reaches; undefined: not granted. */
export function scopeOf(actor: Actor, permission: string): Scope | undefined {
  return actor.permissions.get(permission);
}

/** True when the actor holds the permission at any scope. */
export function may(actor: Actor, permission: string): boolean {
  return permission === 'member' || permission === 'public' || actor.permissions.has(permission);
}

/** What a record must tell so that rights can be judged on it. */
export interface Owned {
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/** What of an actor decides how far their permissions reach. */
export type Reach = Pick<Actor, 'memberId' | 'permissions' | 'teamDepartmentIds' | 'treeDepartmentIds'>;

/** True when the permission reaches this record; the same rule as `visible`, on a row in hand. */
export function reaches(actor: Reach, permission: string, record: Owned, shared = false): boolean {
  const scope = actor.permissions.get(permission);
  if (!scope) return false;
  if (scope === 'all' || record.ownerId === actor.memberId) return true;
  if (shared && permission.endsWith('.read')) return true;
  const departments = scope === 'tree' ? actor.treeDepartmentIds : scope === 'team' ? actor.teamDepartmentIds : [];
  return record.departmentId !== null && departments.includes(record.departmentId);
}
