import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { mobileOf } from '../../../kernel/auth/rules/identifier.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { saveMember } from '../store/member-store.ts';
import { membersTable } from '../tables.ts';

interface AccountRow {
  name: string;
  email: string;
  mobile: string | null;
  staffNumber: string | null;
  version: number;
}

const accountQuery = (orgId: string, memberId: string) => sql<AccountRow>`
  select name, email, mobile, staff_number, version from seen.members where org_id = ${orgId}::uuid and id = ${memberId}::uuid`;

/** The own name and the names to sign in with. */
export const getOwnAccount = handleRead(protocol.getOwnAccount, async ({ actor, read }) => {
  const row = await read.maybe(accountQuery(actor.orgId, actor.memberId));
  if (!row) throw problem('not_found');
  return row;
});

function mobileFrom(text: string | null): string | null {
  if (!text) return null;
  const mobile = mobileOf(text);
  if (mobile === undefined) throw fieldProblem('mobile', 'mobile_unreadable', text);
  return mobile;
}

/** Changes the own name and mobile number. */
export const updateOwnAccount = handle(protocol.updateOwnAccount, async ({ actor, tx, input }) => {
  const member = await tx.lock(membersTable, { id: actor.memberId });
  if (!member) throw problem('not_found');
  if (member.version !== input.version)
    throw problem('stale_version', { current: await tx.one(accountQuery(actor.orgId, actor.memberId)) });
  await saveMember(tx, member, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.mobile === undefined ? {} : { mobile: mobileFrom(input.mobile) }),
  });
  return tx.one(accountQuery(actor.orgId, actor.memberId));
});
