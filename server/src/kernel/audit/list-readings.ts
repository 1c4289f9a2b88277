import * as protocol from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import { reaches } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { mergedIds } from '../records/merge/merge-store.ts';
import { namesById } from '../records/people-names.ts';
import { visibleHeadQuery } from '../records/records.ts';

const SHOWN = 200;

/** Who saw the contact data of a record in full; what was seen of a record that became part of it counts as its own. */
export const listReadings = handleRead(protocol.listReadings, async ({ actor, read, input, services }) => {
  const { registry } = services;
  const [[head], rows] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    sql<RowOf<'reveals'>>`select v.id, v.member_id, v.at, v.purpose, v.reason from seen.reveals v
      where v.org_id = ${actor.orgId}::uuid and v.record_id = any(${mergedIds(actor.orgId, input.id)})
      order by v.at desc, v.id desc limit ${SHOWN}`,
  ]);
  if (!head) throw problem('not_found');
  if (!reaches(actor, 'audit.read', head)) throw problem('not_allowed');
  const names = await namesById(
    read,
    registry.people,
    rows.map(({ memberId }) => memberId),
  );
  return {
    items: rows.map(({ id, memberId, at, purpose, reason }) => ({
      id,
      at: at.toISOString(),
      memberName: names.get(memberId) ?? null,
      purpose,
      reason,
    })),
  };
});
