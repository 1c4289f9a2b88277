import * as protocol from '@dealtrail/protocol/organization';
import { newSecret } from '../../../kernel/auth/secrets.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { INVITATION_VALID_MS } from '../rules/invitation-term.ts';
import { openInvitations, renewInvitations } from '../store/invitation-links.ts';

/** Makes new links for invitations nobody accepted yet, because the first ones are kept as hashes only. */
export const renewInvitationLinks = handle(protocol.renewInvitationLinks, async ({ tx, input, services }) => {
  const expiresAt = new Date(tx.time.now().getTime() + INVITATION_VALID_MS);
  const found = await openInvitations(tx, input.ids);
  const renewed = found.map((invitation) => ({ ...invitation, token: newSecret('inv_') }));
  await renewInvitations(tx, renewed, expiresAt);
  return {
    items: renewed.map(({ token, ...invitation }) => ({
      ...invitation,
      link: `${services.config.publicUrl}/join#${token}`,
      expiresAt: expiresAt.toISOString(),
    })),
  };
});
