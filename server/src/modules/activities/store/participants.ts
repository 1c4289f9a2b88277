import { sql } from 'kysely';
import type { Participant } from '../../../kernel/house/participant.ts';
import { handsOver } from '../../../kernel/records/merge/merge-store.ts';
import { watchesGoAlong } from './watch-store.ts';

/** Follow-ups, comments and tasks lie in the bin with their record and go over to the record it becomes part of. */
export const activityParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'activities',
    preview: (rows, recordIds) =>
      rows.many(sql<{ recordId: string; key: string; count: number }>`
        select record_id, 'activities.along.tasks' as key, count(*)::int as count from seen.tasks
        where org_id = ${rows.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[]) and done_at is null and cancelled_at is null
        group by record_id
        union all
        select record_id, 'activities.along.follow_ups', count(*)::int from seen.follow_ups
        where org_id = ${rows.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[]) group by record_id`),
    async purge(tx, heads) {
      const values = [tx.orgId, heads.map(({ id }) => id)];
      for (const table of ['tasks', 'follow_ups', 'comments', 'watches'] as const)
        await tx.run({ text: `delete from app.${table} where org_id = $1 and record_id = any($2::uuid[])`, values });
      await tx.run({
        text: 'delete from app.record_links where org_id = $1 and (from_id = any($2::uuid[]) or to_id = any($2::uuid[]))',
        values,
      });
    },
  },
  handsOver('tasks'),
  handsOver('follow_ups'),
  handsOver('comments'),
  watchesGoAlong,
];
