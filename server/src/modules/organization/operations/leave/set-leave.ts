import * as protocol from '@dealtrail/protocol/organization';
import { organizationZh } from '@dealtrail/protocol/organization/messages';
import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../../kernel/db/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { type Candidate, leaveBreach } from '../../rules/leave.ts';
import { leavesWhere } from '../../store/leave-store.ts';
import { saveMember } from '../../store/member-store.ts';
import { people } from '../../store/people-store.ts';
import { membersTable } from '../../tables.ts';
import { answersFor } from './list-leaves.ts';

/** The member, locked: oneself, or somebody one answers for; for others nobody is there. */
async function lockMember(tx: Tx, actor: Actor, id: string): Promise<RowOf<'members'>> {
  const member = await tx.lock(membersTable, { id });
  if (!member?.active) throw problem('not_found');
  if (id === actor.memberId) return member;
  const own = await tx.maybe(sql<{ id: string }>`
    select m.id from seen.members m where m.org_id = ${tx.orgId}::uuid and m.id = ${id}::uuid and ${answersFor(actor)}`);
  if (!own) throw problem('not_allowed');
  return member;
}

async function candidate(tx: Tx, id: string | null): Promise<Candidate | undefined> {
  // Locked: of two who name each other at once, one sees the other's leave.
  const row = id === null ? undefined : await tx.lock(membersTable, { id });
  return (
    row && {
      id: row.id,
      active: row.active,
      joined: row.invitedAt === null,
      from: row.absentFrom,
      until: row.absentUntil,
      deputyId: row.deputyId,
    }
  );
}

function tell(tx: Tx, actor: Actor, member: RowOf<'members'>, leave: protocol.Leave): void {
  if (leave.deputyId === null) return;
  tx.publish({
    type: 'organization.deputy_named',
    recordId: member.id,
    data: {
      memberId: member.id,
      deputyId: leave.deputyId,
      by: actor.memberId,
      params: {
        by: actor.name,
        name: member.name,
        deputy: leave.deputyName ?? '',
        from: leave.from ?? '',
        until: leave.until ?? '',
      },
    },
  });
}

/** Says when a member is away and who does their work meanwhile; both days empty: they are not. */
export const setLeave = handle(protocol.setLeave, async ({ actor, tx, input, time }) => {
  const member = await lockMember(tx, actor, input.id);
  const today = time.today(actor.organization.zone);
  const shown = () => tx.one(leavesWhere(tx.orgId, sql`m.id = ${member.id}::uuid`, today));
  if (member.version !== input.version) throw problem('stale_version', { current: await shown() });
  const { from, until, deputyId } = input;
  const breach = leaveBreach({ memberId: member.id, from, until, deputyId }, await candidate(tx, deputyId), today);
  if (breach) {
    const { path, code } = breach;
    throw problem('leave_invalid', { fields: [{ path, code, message: organizationZh[`leave.${code}`] }] });
  }
  await saveMember(tx, member, { absentFrom: from, absentUntil: until, deputyId });
  await people.rightsMoved(
    tx,
    [member.deputyId, deputyId].filter((id) => id !== null),
  );
  const leave = await shown();
  tell(tx, actor, member, leave);
  return leave;
});
