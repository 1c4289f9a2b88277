import type { Role } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import type { GrantMap } from '../rules/grants.ts';
import { separatedRoles, shippedRoleOf, shippedRoles } from '../rules/shipped-roles.ts';
import { rolesTable } from '../tables.ts';
import { raiseAccessEpoch } from './organization-store.ts';

/** A role as it is read. */
export interface RoleRow {
  id: string;
  key: string;
  name: string;
  grants: Role['grants'];
  addedPermissions: string[];
  memberCount: number;
  version: number;
}

/** Query for the roles, or for one of them. */
export function roleQuery(orgId: string, id?: string) {
  return sql<RoleRow>`
    select r.id, r.key, r.name, r.grants, r.added_permissions, r.version,
      (select count(*)::int from seen.member_roles mr where mr.org_id = ${orgId}::uuid and mr.role_key = r.key) as member_count
    from seen.roles r where r.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`r.id = ${id}::uuid`}
    order by r.key`;
}

const order: readonly string[] = [...shippedRoles, ...separatedRoles].map(({ key }) => key);

/** Where a role stands in a list: as shipped, then the separated offices, then the organisation's own by name. */
export function byPlace(one: RoleRow, other: RoleRow): number {
  const place = ({ key }: RoleRow) => (order.includes(key) ? order.indexOf(key) : order.length);
  return place(one) - place(other) || one.name.localeCompare(other.name, 'zh');
}

/** A role as the protocol shows it. */
export function presentRole({ addedPermissions: added, ...row }: RoleRow): Role {
  const shipped = shippedRoleOf(row.key);
  const separated = separatedRoles.some(({ key }) => key === row.key);
  return {
    ...row,
    added,
    kind: shipped ? (separated ? 'separated' : 'shipped') : 'own',
    renamed: shipped !== undefined && shipped.name !== row.name,
    shippedGrants: shipped ? { ...shipped.grants } : null,
  };
}

/** Inserts roles; names are unique in the organisation. */
export async function insertRoles(
  tx: Tx,
  roles: readonly { key: string; name: string; grants: GrantMap }[],
): Promise<string[]> {
  const rows = roles.map(({ key, name, grants }) => ({ key, id: tx.time.newId(), name, grants, version: 1 }));
  await tx.insert(rolesTable, rows);
  return rows.map(({ id }) => id);
}

/** Saves a role that was locked; rights are loaded anew with everybody's next request. */
export async function saveRole(tx: Tx, role: RowOf<'roles'>, patch: Partial<NewRow<'roles'>>): Promise<void> {
  await tx.update(rolesTable, role, patch);
  await raiseAccessEpoch(tx);
}

/** Removes a role that nobody holds. */
export async function removeRole(tx: Tx, role: RowOf<'roles'>): Promise<void> {
  await tx.remove(rolesTable, role);
}

/** Whether a role of this name is there beside this one. */
export async function nameTaken(tx: Tx, name: string, besideId: string | null): Promise<boolean> {
  const other = await tx.maybe(sql<{ id: string }>`
    select id from seen.roles where org_id = ${tx.orgId}::uuid and lower(name) = lower(${name})
      and id is distinct from ${besideId}::uuid limit 1`);
  return other !== undefined;
}

/** How many members and open invitations hold a role. */
export async function holdersOfRole(tx: Tx, key: string): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select (select count(*)::int from seen.member_roles mr where mr.org_id = ${tx.orgId}::uuid and mr.role_key = ${key})
      + (select count(*)::int from auth.invitations i where i.org_id = ${tx.orgId}::uuid and ${key} = any(i.role_keys)
          and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${tx.time.now()}) as count`);
  return count;
}

/** Active members with what all their roles grant. */
export function rightsQuery(orgId: string) {
  return sql<{ id: string; name: string; invited: boolean; roles: { key: string; grants: GrantMap }[] }>`
    select m.id, m.name, m.invited_at is not null as invited,
      coalesce(json_agg(json_build_object('key', r.key, 'grants', r.grants)) filter (where r.key is not null), '[]') as roles
    from seen.members m
    left join seen.member_roles mr on mr.org_id = m.org_id and mr.member_id = m.id
    left join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
    where m.org_id = ${orgId}::uuid and m.active group by m.id, m.name, m.invited_at order by m.name, m.id`;
}
