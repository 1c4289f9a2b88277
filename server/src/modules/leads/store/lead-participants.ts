import type { Participant } from '../../../kernel/house/participant.ts';

/** Columns that say who a lead is; without them its row tells only that somebody once asked. */
const told = [
  'company_name',
  'contact_name',
  'contact_title',
  'phone',
  'email',
  'landline',
  'wechat',
  'need',
  'external_id',
  'invalid_note',
  'pause_reason',
  'owner_id',
  'contract_no',
];

/** A lead removed for good keeps no word about anybody. */
export const leadParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'leads',
    of: ['lead'],
    async purge(tx, heads) {
      await tx.run({
        text: `update app.leads set ${told.map((column) => `${column} = null`).join(', ')} where org_id = $1 and id = any($2::uuid[])`,
        values: [tx.orgId, heads.map(({ id }) => id)],
      });
    },
  },
];
