import type { Scope } from '@dealtrail/protocol/auth';

/** Permission → scope, as a role grants it. */
export type GrantMap = Readonly<Record<string, string>>;

const reach: Readonly<Record<string, number>> = { own: 1, team: 2, tree: 3, all: 4 };

/** How far a scope reaches, for comparing: 0 is nothing. */
function far(scope: string | undefined): number {
  return scope === undefined ? 0 : (reach[scope] ?? 0);
}

/** Permissions that reach further afterwards. */
export function widenedBy(before: GrantMap, after: GrantMap): string[] {
  return Object.keys(after).filter((permission) => far(after[permission]) > far(before[permission]));
}

/** Permissions that reach less far afterwards, or not at all. */
export function narrowedBy(before: GrantMap, after: GrantMap): string[] {
  return widenedBy(after, before);
}

/** What the giver holds and what nobody holds yet. */
export interface Giver {
  readonly permissions: ReadonlyMap<string, Scope>;
  /** Permissions somebody active holds; one that nobody holds came with a new chapter and belongs to no one yet. */
  readonly held: ReadonlySet<string>;
  /** True where the giver decides rights without holding them, and not for themselves. */
  readonly beyond: boolean;
}

/** The permissions that would be given further than the giver may; empty when all may be given. */
export function beyondOwn(giver: Giver, before: GrantMap, after: GrantMap): string[] {
  if (giver.beyond) return [];
  return widenedBy(before, after).filter(
    (permission) => giver.held.has(permission) && far(after[permission]) > far(giver.permissions.get(permission)),
  );
}

/** The widest of several grants, permission by permission. */
export function joinedGrants(grants: readonly GrantMap[]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const grant of grants) {
    for (const [permission, scope] of Object.entries(grant)) {
      if (far(scope) > far(joined[permission])) joined[permission] = scope;
    }
  }
  return joined;
}
