import type { Tx } from '../../../kernel/db/index.ts';
import { insertAccount, insertMembership } from '../../../kernel/auth/account-store.ts';
import { shippedRoles } from '../rules/shipped-roles.ts';
import { memberRolesTable, membersTable, rolesTable } from '../tables.ts';

/** Inserts the organisation of this transaction with the roles that ship. */
export async function insertOrganization(
  tx: Tx,
  facts: { name: string; zone: string; currency: string },
): Promise<void> {
  await tx.run({
    text: 'insert into app.organizations (id, name, zone, currency, created_at) values ($1, $2, $3, $4, $5)',
    values: [tx.orgId, facts.name, facts.zone, facts.currency, tx.time.now()],
  });
  await tx.insert(
    rolesTable,
    shippedRoles.map((role) => ({ key: role.key, name: role.name, grants: role.grants, version: 1 })),
  );
}

/** A person who joins: account, member, roles. */
export interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly departmentId: string | null;
  readonly roleKeys: readonly string[];
  /** As `mobileOf` writes it. */
  readonly mobile?: string | null;
  /** As `staffNumberOf` writes it. */
  readonly staffNumber?: string | null;
  /** Waits for an administrator and may not sign in before. */
  readonly waits?: boolean;
}

/** Inserts account, member and roles; returns the member's id. `email_taken` when the address has an account. */
export async function insertMember(tx: Tx, member: NewMember): Promise<{ memberId: string; userId: string }> {
  const userId = tx.time.newId();
  const memberId = tx.time.newId();
  await insertAccount(tx, { userId, name: member.name, email: member.email, passwordHash: member.passwordHash });
  await tx.insert(membersTable, [
    {
      id: memberId,
      userId,
      name: member.name,
      email: member.email,
      departmentId: member.departmentId,
      active: !member.waits,
      leadCapacity: null,
      absentFrom: null,
      absentUntil: null,
      mobile: member.mobile ?? null,
      staffNumber: member.staffNumber ?? null,
      waitingSince: member.waits ? tx.time.now() : null,
      epoch: 1,
      createdAt: tx.time.now(),
      version: 1,
    },
  ]);
  await tx.insert(
    memberRolesTable,
    member.roleKeys.map((roleKey) => ({ memberId, roleKey })),
  );
  await insertMembership(tx, userId, memberId);
  return { memberId, userId };
}

/** Makes every member's rights be loaded anew with their next request. */
export async function raiseAccessEpoch(tx: Tx): Promise<void> {
  await tx.run({
    text: 'update app.organizations set access_epoch = access_epoch + 1 where id = $1',
    values: [tx.orgId],
  });
}

/** Renames the organisation when it is still at this version; false when it moved on. */
export async function renameOrganization(tx: Tx, version: number, name: string | undefined): Promise<boolean> {
  const saved = await tx.run({
    text: 'update app.organizations set name = coalesce($3, name), version = version + 1 where id = $1 and version = $2',
    values: [tx.orgId, version, name ?? null],
  });
  if (saved.rowCount) await raiseAccessEpoch(tx);
  return saved.rowCount === 1;
}
