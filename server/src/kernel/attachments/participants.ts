import { sql } from 'kysely';
import type { Participant } from '../house/participant.ts';
import { handsOver } from '../records/merge/merge-store.ts';

/** Files stay with their record in the bin; removed with it, their content goes with the sweep of orphans. */
export const attachmentParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'attachments',
    preview: (rows, recordIds) =>
      rows.many(sql<{ recordId: string; key: string; count: number }>`
        select record_id, 'records.along.attachments' as key, count(*)::int as count from seen.attachments
        where org_id = ${rows.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[]) group by record_id`),
    async purge(tx, heads) {
      await tx.run({
        text: 'delete from app.attachments where org_id = $1 and record_id = any($2::uuid[])',
        values: [tx.orgId, heads.map(({ id }) => id)],
      });
    },
  },
  handsOver('attachments'),
];
