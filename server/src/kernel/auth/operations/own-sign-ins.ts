import { listOwnSignIns as operation } from '@dealtrail/protocol/auth';
import { handleRead } from '../../http/handle.ts';
import { presentSignIns, signInsQuery } from '../list-sign-ins.ts';

/** Sign-ins and changes of the own account. */
export const listOwnSignIns = handleRead(operation, async ({ actor, read, input }) =>
  presentSignIns(await read.many(signInsQuery(actor.orgId, { memberId: actor.memberId, before: input.before })), false),
);
