import type { Participant } from '../../../kernel/house/participant.ts';
import { handsOver } from '../../../kernel/records/merge/merge-store.ts';

/** What automations did with a record goes over to the one it becomes part of, and goes when it is removed for good. */
export const automationParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'automation_runs',
    async purge(tx, heads) {
      await tx.run({
        text: 'delete from app.automation_runs where org_id = $1 and record_id = any($2::uuid[])',
        values: [tx.orgId, heads.map(({ id }) => id)],
      });
    },
  },
  handsOver('automation_runs'),
];
