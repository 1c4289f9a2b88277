import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../../kernel/access/index.ts';
import { keepFile, receiveFile } from '../../../../kernel/attachments/upload-attachment.ts';
import { handlePrepared } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import type { Services } from '../../../../kernel/house/services.ts';
import { enteredByQuery } from '../../store/stand-query.ts';

const DAY_MS = 86_400_000;

/** Whoever entered a lead may add its card for a day, whoever has it now. */
async function refuseOthers({ database, time }: Services, actor: Actor, leadId: string): Promise<void> {
  const since = new Date(time.now().getTime() - DAY_MS);
  const [entered] = await database.readRows(actor.orgId, enteredByQuery(actor.orgId, leadId, actor.memberId, since));
  if (!entered) throw problem('not_found');
}

/** Keeps the photo of a business card on the lead that was entered from it. */
export const addCard = handlePrepared(
  protocol.addCard,
  async ({ actor, input, request, services }) => {
    await refuseOthers(services, actor, input.id);
    return receiveFile(services, actor, request);
  },
  async ({ actor, tx, input, prepared }) => keepFile(tx, actor, input.id, prepared),
);
