import type { PermissionFacts, VerbGroup } from '@dealtrail/protocol/organization';
import { Scope } from '@dealtrail/protocol/auth';

/** What is known of a permission from its name alone: `<object>.<verb>`. */
export type PermissionName = Omit<PermissionFacts, 'label'>;

/** Verbs that write a record as everybody who works on it does; what decides about others is special. */
const writing = new Set(['create', 'update', 'delete', 'followUp', 'advance', 'close', 'write', 'edit', 'comment']);

/** Objects of which there is one for everybody, so that no part of them is somebody's own. */
const unshared = new Set(['organization', 'audit']);

function groupOf(verb: string): VerbGroup {
  if (verb === 'read' || verb === 'reveal') return verb;
  if (verb.startsWith('export')) return 'export';
  return writing.has(verb) ? 'write' : 'special';
}

/** Where a permission stands in the matrix, and whether it can be given for a part only. */
export function permissionName(permission: string): PermissionName {
  const [object = '', verb = ''] = permission.split('.');
  return {
    permission,
    object,
    group: groupOf(verb),
    scoped: !unshared.has(object) && !verb.startsWith('manage'),
  };
}

/**
 * The grants that name no declared permission or a scope it cannot have; empty when all can be given. What a role had
 * before may stay: its chapter may be away for a while.
 */
export function unknownGrants(
  before: Readonly<Record<string, string>>,
  grants: Readonly<Record<string, string>>,
  declared: ReadonlySet<string>,
): string[] {
  return Object.entries(grants)
    .filter(([permission, scope]) => {
      if (before[permission] === scope) return false;
      if (!declared.has(permission) || !Scope.safeParse(scope).success) return true;
      return scope !== 'all' && !permissionName(permission).scoped;
    })
    .map(([permission]) => permission);
}
