import type { Scope } from '@dealtrail/protocol/auth';
import { separatedRoles, shippedRoleOf, shippedRoles } from './shipped-roles.ts';

/** Every permission this version ships a role with. */
export const shippedPermissions: readonly string[] = [
  ...new Set([...shippedRoles, ...separatedRoles].flatMap(({ grants }) => Object.keys(grants))),
].toSorted();

/**
 * What a role of a shipped kind is given because this version brought it: permissions the organisation did not know
 * (`known`), as far as they ship. One it knew stays as somebody left it, and a role of its own making gets nothing.
 */
export function newGrantsOf(
  role: { readonly key: string; readonly grants: Readonly<Record<string, string>> },
  known: readonly string[],
): Record<string, Scope> {
  const shipped = Object.entries(shippedRoleOf(role.key)?.grants ?? {});
  return Object.fromEntries(
    shipped.filter(([permission]) => !known.includes(permission) && role.grants[permission] === undefined),
  );
}
