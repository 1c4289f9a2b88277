import * as protocol from '@dealtrail/protocol/organization';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { beyondOwn, type GrantMap, joinedGrants, narrowedBy, widenedBy } from '../rules/grants.ts';
import { unknownGrants } from '../rules/permission-catalogue.ts';
import { rightsQuery, roleQuery } from '../store/role-store.ts';
import { giverOf } from './grant-limits.ts';
import { declaredPermissions } from './list-permissions.ts';

const MOST_NAMES = 20;

interface Holder {
  readonly name: string;
  readonly roles: readonly { key: string; grants: GrantMap }[];
}

/** Whether the rights of a holder change with these grants, over all roles together. */
function changes({ roles }: Holder, key: string, grants: GrantMap): boolean {
  const before = joinedGrants(roles.map((role) => role.grants));
  const after = joinedGrants(roles.map((role) => (role.key === key ? grants : role.grants)));
  return widenedBy(before, after).length + narrowedBy(before, after).length > 0;
}

/** Who would be affected by other grants of a role; changes nothing. */
export const previewRole = handle(protocol.previewRole, async ({ actor, tx, input, services }) => {
  const role = await tx.maybe(roleQuery(actor.orgId, input.id));
  if (!role) throw problem('not_found');
  const unknown = unknownGrants(role.grants, input.grants, declaredPermissions(services.registry));
  if (unknown.length > 0) throw problem('grant_unknown', { params: { permissions: unknown.join(', ') } });
  const members = await tx.many(rightsQuery(actor.orgId));
  const holders = members.filter(({ roles }) => roles.some(({ key }) => key === role.key));
  const affected = holders.filter((holder) => changes(holder, role.key, input.grants));
  const giver = await giverOf(
    tx,
    actor,
    actor.roles.some(({ key }) => key === role.key),
  );
  return {
    affected: affected.length,
    holders: holders.length,
    names: affected.slice(0, MOST_NAMES).map(({ name }) => name),
    widened: widenedBy(role.grants, input.grants),
    narrowed: narrowedBy(role.grants, input.grants),
    beyondOwn: beyondOwn(giver, role.grants, input.grants),
  };
});
