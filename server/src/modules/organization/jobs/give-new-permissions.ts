import { sql } from 'kysely';
import { organizationsTable } from '../../../kernel/db/kernel-tables.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import { newGrantsOf, shippedPermissions } from '../rules/new-permissions.ts';
import { saveOrganization } from '../store/organization-store.ts';
import { saveRole } from '../store/role-store.ts';
import { rolesTable } from '../tables.ts';

const unknownTo = (known: readonly string[]) => shippedPermissions.filter((permission) => !known.includes(permission));

/** Gives roles what this version brought; of two processes that start at once, the second finds it done. */
async function giveNew(tx: Tx): Promise<void> {
  const organization = await tx.lock(organizationsTable, {});
  if (!organization) return;
  const known = organization.knownPermissions;
  const roles = await tx.many(
    sql<{ id: string }>`select id from seen.roles where org_id = ${tx.orgId}::uuid order by key`,
  );
  for (const { id } of roles) {
    const role = await tx.lock(rolesTable, { id });
    const given = role ? newGrantsOf(role, known) : {};
    if (!role || Object.keys(given).length === 0) continue;
    await saveRole(tx, role, {
      grants: { ...role.grants, ...given },
      addedPermissions: [...role.addedPermissions, ...Object.keys(given)],
    });
  }
  await saveOrganization(tx, organization, { knownPermissions: [...known, ...unknownTo(known)] });
}

/**
 * After an upgrade, gives roles of a shipped kind the permissions that came with it, once: what an administrator took
 * away is known to the organisation and is not given back. Runs when a process starts.
 */
export const giveNewPermissions: Sweep = {
  name: 'organization.newPermissions',
  due: 'sweep.organizations',
  everySeconds: 86_400,
  async run({ orgId, services: { database } }) {
    const [organization] = await database.readRows(
      orgId,
      sql<{ known: string[] }>`select known_permissions as known from seen.organizations where id = ${orgId}::uuid`,
    );
    if (!organization || unknownTo(organization.known).length === 0) return false;
    await database.write(
      { orgId, actorId: null, operation: 'organization.newPermissions', requestId: 'upgrade' },
      giveNew,
    );
    return false;
  },
};
