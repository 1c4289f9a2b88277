import * as protocol from '@dealtrail/protocol/exports';
import { may } from '../access/index.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { transfersOf } from './transfers-of.ts';

/** One import or export, where a message about it leads; trials are looked at where they were made. */
export const getTransfer = handleRead(protocol.getTransfer, async ({ actor, read, input: { id }, services }) => {
  const [found] = await transfersOf({ actor, read, services }, { imports: [id], exports: [id] });
  if (!found || (found.memberId !== actor.memberId && !may(actor, 'audit.read'))) throw problem('not_found');
  if (found.what === 'import' && found.dryRun) throw problem('not_found');
  return found;
});
