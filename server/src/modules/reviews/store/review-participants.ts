import type { Participant } from '../../../kernel/house/participant.ts';
import { handsOver } from '../../../kernel/records/merge/merge-store.ts';

/** Actions go over to the record theirs becomes part of; what is removed for good keeps only its number in the minutes. */
export const reviewParticipants: readonly Participant[] = [
  handsOver('review_actions'),
  {
    kind: 'delete',
    name: 'reviews',
    async purge(tx, heads) {
      const values = [tx.orgId, heads.map(({ id }) => id)];
      await tx.run({
        text: 'delete from app.review_actions where org_id = $1 and record_id = any($2::uuid[])',
        values,
      });
      await tx.run({
        text: `update app.reviews v set snapshot = jsonb_set(v.snapshot, '{late}', (
            select coalesce(jsonb_agg(case when late ->> 'recordId' = any($2::uuid[]::text[])
              then jsonb_set(late, '{title}', late -> 'number') else late end order by place), '[]')
            from jsonb_array_elements(v.snapshot -> 'late') with ordinality as each (late, place)))
          where v.org_id = $1 and v.state = 'confirmed' and exists (
            select 1 from jsonb_array_elements(v.snapshot -> 'late') late where late ->> 'recordId' = any($2::uuid[]::text[]))`,
        values,
      });
    },
  },
];
