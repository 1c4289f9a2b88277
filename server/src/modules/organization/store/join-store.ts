import { saveEmail, savePassword } from '../../../kernel/auth/account-store.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { membersTable } from '../tables.ts';
import { saveMember } from './member-store.ts';

/**
 * Lets a member who was entered before join with a password of their own; the name and address they give are theirs.
 * `invitation_invalid` when they are gone, have joined already or were made inactive.
 */
export async function joinAs(
  tx: Tx,
  memberId: string,
  person: { name: string; email: string; passwordHash: string },
): Promise<{ memberId: string; userId: string }> {
  const member = await tx.lock(membersTable, { id: memberId });
  if (!member?.active || !member.invitedAt) throw problem('invitation_invalid');
  await savePassword(tx, member.userId, person.passwordHash);
  await saveEmail(tx, member.userId, person);
  await saveMember(tx, member, { name: person.name, email: person.email, invitedAt: null });
  return { memberId, userId: member.userId };
}
