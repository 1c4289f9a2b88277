import * as protocol from '@dealtrail/protocol/organization';
import { presentSession } from '../../../kernel/auth/present-session.ts';
import { insertSession } from '../../../kernel/auth/sessions.ts';
import { logAccountAct } from '../../../kernel/auth/sign-in-log.ts';
import { traceOf } from '../../../kernel/auth/trace.ts';
import { closeSetUpDoor, setUpIsOpen } from '../../../kernel/auth/set-up-door.ts';
import { handleOpen } from '../../../kernel/http/handle.ts';
import { localeOf } from '../../../kernel/http/refusals.ts';
import { insertMember, insertOrganization } from '../store/organization-store.ts';

/** Tells whether the set-up door is still open. */
export const setUpState = handleOpen(protocol.setUpState, async ({ services }) => ({
  open: await setUpIsOpen(services.database),
}));

/** Makes the organisation and its first administrator, signs them in and closes the set-up door for ever. */
export const setUp = handleOpen(protocol.setUp, async ({ input, request, reply, services }) => {
  const { accounts, database, time } = services;
  const passwordHash = await accounts.hashPassword(input.password, input);
  const origin = { orgId: time.newId(), actorId: null, operation: protocol.setUp.id, requestId: request.id };
  const trace = traceOf(request);
  const token = await database.write(origin, async (tx) => {
    await closeSetUpDoor(tx, input.token);
    await insertOrganization(tx, {
      name: input.organizationName,
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      locale: localeOf(request),
    });
    const { memberId, userId } = await insertMember(tx, {
      name: input.name,
      email: input.email,
      passwordHash,
      departmentId: null,
      roleKeys: ['administrator'],
    });
    await logAccountAct(tx, memberId, 'joined', trace);
    return insertSession(tx, userId, trace);
  });
  return presentSession(await accounts.admit(reply, token), time);
});
