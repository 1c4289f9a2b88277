import type { Scope, SecondStepState } from '@dealtrail/protocol/auth';
import { isWithin, needsOwner, type Owned, type Reach, reachOf, type Standing } from './rules/reach.ts';

/** Who acts: a member with the rights their roles grant now, through a session or an API key. */
export interface Actor extends Standing {
  readonly orgId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly roles: readonly { key: string; name: string }[];
  /** When a share ends next, or standing in begins or ends; from then on the member's rights are loaded anew. */
  readonly rightsMoveAt: Date | null;
  readonly supervises: boolean;
  readonly organization: { readonly name: string; readonly zone: string; readonly currency: string };
  readonly via: 'session' | 'key';
  /** While it is `due`, they may only set up their second step. */
  readonly secondStep: SecondStepState;
  /** Looks through these eyes without being their owner; the account behind is `userId`'s. */
  readonly seated: boolean;
  /** Hash of the session's token or id of the key, to tell this sign-in from the member's others. */
  readonly proof: string;
  /** Moves when roles, departments, shares or the sign-in change; an older one is not used again. */
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

const reachesOf = new WeakMap<Standing, Map<string, Reach>>();

/** What was worked out for one member's permission holds for every row of a list. */
function reachKept(standing: Standing, permission: string): Reach {
  let known = reachesOf.get(standing);
  if (!known) reachesOf.set(standing, (known = new Map<string, Reach>()));
  let reach = known.get(permission);
  if (reach === undefined) known.set(permission, (reach = reachOf(standing, permission)));
  return reach;
}

/** True when the permission reaches this record; the same rule as `visible`, on a row in hand. */
export function reaches(standing: Standing, permission: string, record: Owned): boolean {
  return (record.ownerId !== null || !needsOwner(permission)) && isWithin(reachKept(standing, permission), record);
}

/** Whether work of this owner is the actor's to do: their own, or of somebody away whose deputy they are. */
export function actsFor({ memberId, standsFor = [] }: Standing, ownerId: string | null): boolean {
  return ownerId === memberId || standsFor.some((away) => away.memberId === ownerId);
}

/** As `reaches`, by rights of one's own alone: what others share or leave to a deputy may be worked on, not passed on. */
export function reachesUnshared(standing: Standing, permission: string, record: Owned): boolean {
  return reaches({ ...standing, shares: new Map(), standsFor: [] }, permission, record);
}
