import * as protocol from '@dealtrail/protocol/clocks';
import type { ClockLine } from '@dealtrail/protocol/clocks';
import type { Actor } from '../../access/index.ts';
import { handleRead } from '../../http/handle.ts';
import type { Registry } from '../../house/module.ts';
import { listQuery } from '../../lists/index.ts';
import { reachesHead } from '../../records/records.ts';
import { givesAway } from '../lock-clock.ts';
import { type ListedClock, missedClockList, openClockList } from './board-list.ts';
import { isMissed, isMovedPast, isOpen } from './standing.ts';

/** A line with what this member may do with it. */
function present(listed: ListedClock, actor: Actor, registry: Registry): ClockLine {
  const { recordOwnerId: ownerId, recordDepartmentId: departmentId, ...line } = listed;
  const { recordId: id, recordKind: kind, state } = line;
  const head = { id, kind, ownerId, departmentId, deletedAt: null };
  const may = (verb: string) => reachesHead(actor, registry, head, verb);
  const mayChange = may('update');
  const inTime = state === 'running' || state === 'warned';
  const runs = inTime || state === 'overdue';
  return {
    ...line,
    abilities: {
      explain: mayChange && (state === 'overdue' || state === 'breached'),
      pause: mayChange && runs && registry.policies.get(line.policyKey)?.mayPause === true,
      resume: mayChange && state === 'paused',
      postpone: mayChange && inTime && line.asked === null,
      // Nobody grants themselves what they ask for; where nobody is above them, `postpone` does.
      decide: inTime && line.asked !== null && line.ownerId !== actor.memberId && givesAway(actor, registry, head),
      followUp: line.stoppedAt === null && may('followUp'),
    },
  };
}

/** The clock board: open clocks, those missed, or those moved past their first due moment, on records the member may see. */
export const listClocks = handleRead(protocol.listClocks, async (context) => {
  const { standing, ...asked } = context.input;
  const now = context.time.now();
  const condition = { open: isOpen, missed: isMissed(now), moved: isMovedPast(now) }[standing ?? 'open'];
  const spec = standing === undefined || standing === 'open' ? openClockList : missedClockList;
  const page = await listQuery(context, spec, asked, condition);
  const { registry } = context.services;
  return { ...page, items: page.items.map((listed) => present(listed, context.actor, registry)) };
});
