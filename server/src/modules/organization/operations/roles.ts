import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { unknownGrants } from '../rules/permission-catalogue.ts';
import { separatedRoles } from '../rules/shipped-roles.ts';
import {
  byPlace,
  holdersOfRole,
  insertRoles,
  nameTaken,
  presentRole,
  removeRole,
  roleQuery,
  type RoleRow,
  saveRole,
} from '../store/role-store.ts';
import { rolesTable } from '../tables.ts';
import { refuseBeyondOwn, refuseWithoutSteward } from './grant-limits.ts';
import { declaredPermissions } from './list-permissions.ts';

/** Roles with what they grant and how many hold them. */
export const listRoles = handleRead(protocol.listRoles, async ({ actor, read }) => ({
  items: (await read.many(roleQuery(actor.orgId))).toSorted(byPlace).map(presentRole),
}));

async function refuseTakenName(tx: Tx, name: string, besideId: string | null): Promise<void> {
  if (await nameTaken(tx, name, besideId)) throw problem('role_name_taken', { params: { name } });
}

/** Makes a role that grants nothing yet, or the same as another. */
export const createRole = handle(protocol.createRole, async ({ actor, tx, input }) => {
  let grants: RoleRow['grants'] = {};
  if (input.copyOf) {
    const model = await tx.maybe(roleQuery(actor.orgId, input.copyOf));
    if (!model) {
      throw problem('reference_missing', {
        fields: [{ path: 'copyOf', code: 'reference_missing', message: 'role' }],
      });
    }
    grants = model.grants;
  }
  await refuseBeyondOwn(tx, actor, { before: {}, after: grants, toThemselves: false });
  await refuseTakenName(tx, input.name, null);
  const key = `own_${tx.time.newId().replaceAll('-', '')}`;
  const [id = ''] = await insertRoles(tx, [{ key, name: input.name, grants }]);
  return presentRole(await tx.one(roleQuery(actor.orgId, id)));
});

/** Renames a role or changes what it grants; acts on the next request of everybody who holds it. */
export const updateRole = handle(protocol.updateRole, async ({ actor, tx, input, services }) => {
  const role = await tx.lock(rolesTable, { id: input.id });
  if (!role) throw problem('not_found');
  const current = () => tx.one(roleQuery(actor.orgId, input.id));
  if (role.version !== input.version) throw problem('stale_version', { current: presentRole(await current()) });
  if (input.name !== undefined) await refuseTakenName(tx, input.name, role.id);
  if (input.grants) {
    const unknown = unknownGrants(role.grants, input.grants, declaredPermissions(services.registry));
    if (unknown.length > 0) throw problem('grant_unknown', { params: { permissions: unknown.join(', ') } });
    const toThemselves = actor.roles.some(({ key }) => key === role.key);
    await refuseBeyondOwn(tx, actor, { before: role.grants, after: input.grants, toThemselves });
  }
  await saveRole(tx, role, {
    ...(input.name === undefined ? {} : { name: input.name }),
    // Whoever saves the matrix has seen what an upgrade brought.
    ...(input.grants === undefined ? {} : { grants: input.grants, addedPermissions: [] }),
  });
  if (input.grants) await refuseWithoutSteward(tx);
  return presentRole(await current());
});

/** Removes a role of the organisation's own that nobody holds. */
export const deleteRole = handle(protocol.deleteRole, async ({ tx, input }) => {
  const role = await tx.lock(rolesTable, { id: input.id });
  if (!role) throw problem('not_found');
  const { kind } = presentRole({ ...role, grants: {}, memberCount: 0 });
  if (kind === 'shipped') throw problem('role_shipped');
  const count = await holdersOfRole(tx, role.key);
  if (count > 0) throw problem('role_in_use', { params: { count } });
  await removeRole(tx, role);
  return undefined;
});

/** Adds the three offices of separated administration where they are not there yet. */
export const separateAdministrators = handle(protocol.separateAdministrators, async ({ actor, tx }) => {
  const keys = separatedRoles.map(({ key }) => key);
  const there = await tx.many(sql<{ key: string }>`
    select key from seen.roles where org_id = ${actor.orgId}::uuid and key = any(${keys}::text[])`);
  const missing = separatedRoles.filter(({ key }) => !there.some((role) => role.key === key));
  for (const { name } of missing) await refuseTakenName(tx, name, null);
  await insertRoles(tx, missing);
  const rows = await tx.many(roleQuery(actor.orgId));
  return {
    items: rows
      .filter(({ key }) => keys.some((each) => each === key))
      .toSorted(byPlace)
      .map(presentRole),
  };
});
