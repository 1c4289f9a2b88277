import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { organizationsTable } from '../../../kernel/db/kernel-tables.ts';
import { insertAccount, insertMembership } from '../../../kernel/auth/account-store.ts';
import { pinyinOf } from '../rules/pinyin-of.ts';
import { shippedPermissions } from '../rules/new-permissions.ts';
import { shippedRoles } from '../rules/shipped-roles.ts';
import { memberRolesTable, membersTable, rolesTable } from '../tables.ts';

/** Inserts the organisation of this transaction with the roles that ship. */
export async function insertOrganization(
  tx: Tx,
  facts: { name: string; zone: string; currency: string; locale: 'zh' | 'en' },
): Promise<void> {
  const { name, zone, currency, locale } = facts;
  await tx.run({
    text: `insert into app.organizations (id, name, zone, currency, locale, known_permissions, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.orgId, name, zone, currency, locale, shippedPermissions, tx.time.now()],
  });
  await tx.insert(
    rolesTable,
    shippedRoles.map((role) => ({
      key: role.key,
      id: tx.time.newId(),
      name: role.name,
      grants: role.grants,
      version: 1,
    })),
  );
}

/** A person who joins: account, member, roles. */
export interface NewMember {
  readonly name: string;
  readonly email: string;
  /** Null: they choose a password when they accept, and cannot sign in before. */
  readonly passwordHash: string | null;
  readonly departmentId: string | null;
  readonly roleKeys: readonly string[];
  readonly leadCapacity?: number | null;
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
      leadCapacity: member.leadCapacity ?? null,
      absentFrom: null,
      absentUntil: null,
      mobile: member.mobile ?? null,
      staffNumber: member.staffNumber ?? null,
      pinyin: pinyinOf(member.name),
      invitedAt: member.passwordHash === null ? tx.time.now() : null,
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

/** The language of the organisation's mails. */
export async function localeOfOrganization(tx: Tx): Promise<'zh' | 'en'> {
  const { locale } = await tx.one(
    sql<{ locale: 'zh' | 'en' }>`select locale from seen.organizations where id = ${tx.orgId}::uuid`,
  );
  return locale;
}

/** Saves the organisation's own row, which was locked; rights are loaded anew with everybody's next request. */
export async function saveOrganization(
  tx: Tx,
  before: RowOf<'organizations'>,
  patch: Partial<NewRow<'organizations'>>,
): Promise<void> {
  await tx.update(organizationsTable, before, patch);
  await raiseAccessEpoch(tx);
}
