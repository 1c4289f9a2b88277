import { SeparatedRoleKey } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { type Actor, may } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { beyondOwn, type Giver, type GrantMap, joinedGrants } from '../rules/grants.ts';
import { raiseAccessEpoch } from '../store/organization-store.ts';
import { rightsQuery } from '../store/role-store.ts';

/** Who gives, and what there is to give; `toThemselves` where they would hold it afterwards. */
export async function giverOf(source: Pick<Tx, 'many' | 'orgId'>, actor: Actor, toThemselves: boolean): Promise<Giver> {
  const members = await source.many(rightsQuery(actor.orgId));
  const held = new Set(members.flatMap(({ roles }) => roles.flatMap(({ grants }) => Object.keys(grants))));
  return { permissions: actor.permissions, held, beyond: may(actor, 'organization.grantBeyond') && !toThemselves };
}

/** Refuses to give more than the giver holds. */
export async function refuseBeyondOwn(
  tx: Tx,
  actor: Actor,
  change: { before: GrantMap; after: GrantMap; toThemselves: boolean },
): Promise<void> {
  const beyond = beyondOwn(await giverOf(tx, actor, change.toThemselves), change.before, change.after);
  if (beyond.length > 0) throw problem('grant_beyond_own', { params: { permissions: beyond.join(', ') } });
}

/** Refuses roles that do not exist, exclude each other or grant a person more than the giver may give. */
export async function refuseRoles(
  tx: Tx,
  actor: Actor,
  roleKeys: readonly string[],
  { memberId, had }: { memberId: string | null; had: readonly string[] },
): Promise<void> {
  const separated = roleKeys.filter((key) => SeparatedRoleKey.safeParse(key).success);
  if (separated.length > 1) throw problem('roles_exclusive');
  const roles = await tx.many(sql<{ key: string; grants: GrantMap }>`
    select key, grants from seen.roles where org_id = ${tx.orgId}::uuid and key = any(${[...roleKeys, ...had]}::text[])`);
  const unknown = roleKeys.filter((key) => !roles.some((role) => role.key === key));
  if (unknown.length > 0) {
    throw problem('reference_missing', {
      fields: [{ path: 'roleKeys', code: 'reference_missing', message: unknown.join(', ') }],
    });
  }
  const of = (keys: readonly string[]) =>
    joinedGrants(roles.filter(({ key }) => keys.includes(key)).map(({ grants }) => grants));
  await refuseBeyondOwn(tx, actor, { before: of(had), after: of(roleKeys), toThemselves: memberId === actor.memberId });
}

/** Permissions of which somebody who can sign in must hold each for everything, or nobody could ever mend anything. */
const stewarding = ['organization.manage', 'organization.manageRoles'];

/** Refuses a change, already written in this transaction, that leaves nobody to look after the organisation. */
export async function refuseWithoutSteward(tx: Tx): Promise<void> {
  // Two who step down at once wait for each other here, and the second sees what the first did.
  await raiseAccessEpoch(tx);
  const members = await tx.many(rightsQuery(tx.orgId));
  const rights = members
    .filter(({ invited }) => !invited)
    .map(({ roles }) => joinedGrants(roles.map(({ grants }) => grants)));
  const kept = stewarding.every((permission) => rights.some((grants) => grants[permission] === 'all'));
  if (!kept) throw problem('last_administrator');
}
