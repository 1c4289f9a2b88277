import type { Database, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Identifier } from './rules/identifier.ts';

/** An account that somebody named at the door. */
export interface KnownAccount {
  readonly orgId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | undefined;
  /** A code is asked for after the password. */
  readonly secondFactor: boolean;
}

interface Row {
  org_id: string;
  member_id: string;
  user_id: string;
  member_name: string;
  email: string;
  password: string | null;
  second_factor: boolean;
}

/** The active account a name stands for; undefined when there is none, or more than one. */
export async function accountCalled(
  database: Database,
  identifier: Identifier | undefined,
): Promise<KnownAccount | undefined> {
  // What is no name is asked for all the same, so that it takes as long.
  const { way, name } = identifier ?? { way: 'staff_number', name: '' };
  const { rows } = await database.writes.query({
    name: 'accounts_called',
    text: 'select * from auth.accounts_called($1, $2)',
    values: [way, name],
  });
  const [row, second] = rows as Row[];
  if (!row || second) return undefined;
  return {
    orgId: row.org_id,
    memberId: row.member_id,
    userId: row.user_id,
    name: row.member_name,
    email: row.email,
    passwordHash: row.password ?? undefined,
    secondFactor: row.second_factor,
  };
}

/** The hash of an account's password. */
export async function passwordHashOf(database: Database, userId: string): Promise<string | undefined> {
  const { rows } = await database.writes.query(
    `select "password" from auth."account" where "userId" = $1 and "providerId" = 'credential'`,
    [userId],
  );
  return (rows[0] as { password: string | null } | undefined)?.password ?? undefined;
}

/** Gives an account another password inside the caller's transaction. */
export async function savePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.run({
    text: `update auth."account" set "password" = $2, "updatedAt" = $3 where "userId" = $1 and "providerId" = 'credential'`,
    values: [userId, passwordHash, tx.time.now()],
  });
}

/** Makes an account with its password inside the caller's transaction; `email_taken` when the address has one. */
export async function insertAccount(
  tx: Tx,
  account: { userId: string; name: string; email: string; passwordHash: string | null },
): Promise<void> {
  const now = tx.time.now();
  const made = await tx.run({
    text: `insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      values ($1, $2, $3, true, $4, $4) on conflict on constraint user_email_key do nothing`,
    values: [account.userId, account.name, account.email, now],
  });
  if (!made.rowCount) throw problem('email_taken');
  await tx.run({
    text: `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
      values ($1, $2, 'credential', $3, $4, $5, $5)`,
    values: [tx.time.newId(), account.userId, account.userId, account.passwordHash, now],
  });
}

/** Gives an account another name and address; `email_taken` when another account has the address. */
export async function saveEmail(tx: Tx, userId: string, account: { name: string; email: string }): Promise<void> {
  const saved = await tx.run({
    text: `update auth."user" set "name" = $2, "email" = $3, "updatedAt" = $4 where "id" = $1
      and not exists (select 1 from auth."user" o where o."email" = $3 and o."id" <> $1)`,
    values: [userId, account.name, account.email, tx.time.now()],
  });
  if (!saved.rowCount) throw problem('email_taken');
}

/** Ties an account to its member in one organisation. */
export async function insertMembership(tx: Tx, userId: string, memberId: string): Promise<void> {
  await tx.run({
    text: 'insert into auth.memberships (user_id, org_id, member_id, created_at) values ($1, $2, $3, $4)',
    values: [userId, tx.orgId, memberId, tx.time.now()],
  });
}

/** The account of a member; undefined when this organisation has no such member. */
export async function userOf(tx: Tx, memberId: string): Promise<{ userId: string; email: string } | undefined> {
  const { rows } = await tx.run({
    text: `select u."id" as "userId", u."email" from auth.memberships m join auth."user" u on u."id" = m.user_id
      where m.org_id = $1 and m.member_id = $2`,
    values: [tx.orgId, memberId],
  });
  return rows[0] as { userId: string; email: string } | undefined;
}
