import type { Tx } from '../../../kernel/db/index.ts';
import { newSecret } from '../../../kernel/auth/secrets.ts';
import type { ImportRun } from '../../../kernel/imports/import-kind.ts';
import { queueMail } from '../../../kernel/mail/outgoing.ts';
import { INVITATION_VALID_MS } from '../rules/invitation-term.ts';
import { insertInvitation } from '../store/invitation-store.ts';
import { insertMember, localeOfOrganization } from '../store/organization-store.ts';

/** Somebody who is entered by an administrator and joins later. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly mobile: string | null;
  readonly staffNumber: string | null;
  readonly departmentId: string | null;
  readonly roleKeys: readonly string[];
  readonly leadCapacity: number | null;
}

/**
 * Makes a member who cannot sign in yet, with an invitation to choose a password; it is mailed where mail goes out. The
 * link is made anew when somebody asks for it, because only the hash of its token is kept.
 */
export async function insertInvited(tx: Tx, { actor, services }: ImportRun, invited: Invited): Promise<string> {
  const now = tx.time.now();
  const { memberId } = await insertMember(tx, { ...invited, passwordHash: null });
  const token = newSecret('inv_');
  await insertInvitation(tx, {
    id: tx.time.newId(),
    token,
    name: invited.name,
    email: invited.email,
    departmentId: invited.departmentId,
    roleKeys: invited.roleKeys,
    memberId,
    expiresAt: new Date(now.getTime() + INVITATION_VALID_MS),
  });
  if (services.mailer.configured) {
    await queueMail(tx, services.mailer, {
      to: invited.email,
      kind: 'invitation',
      locale: await localeOfOrganization(tx),
      params: {
        organization: actor.organization.name,
        inviter: actor.name,
        name: invited.name,
        link: `${services.config.publicUrl}/join#${token}`,
      },
    });
  }
  return memberId;
}
