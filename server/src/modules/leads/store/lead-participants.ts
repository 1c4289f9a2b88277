import { sql } from 'kysely';
import { startClockOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Going, Participant } from '../../../kernel/house/participant.ts';
import { LEAD_COMPLETED } from '../clocks.ts';
import { leadsTable } from '../tables.ts';

/** Columns that say who a lead is; without them its row tells only that somebody once asked. */
const told = [
  'company_name',
  'contact_name',
  'contact_title',
  'phone',
  'email',
  'landline',
  'wechat',
  'credit_code',
  'website',
  'need',
  'external_id',
  'invalid_note',
  'pause_note',
  'owner_id',
  'pool_id',
  'contract_no',
];

/** A lead removed for good keeps no word about anybody. */
export const leadParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'leads',
    of: ['lead'],
    async purge(tx, heads) {
      const values = [tx.orgId, heads.map(({ id }) => id)];
      await tx.run({
        text: `update app.leads set ${told.map((column) => `${column} = null`).join(', ')} where org_id = $1 and id = any($2::uuid[])`,
        values,
      });
      await tx.run({
        text: 'update app.lead_moves set reason = null where org_id = $1 and lead_id = any($2::uuid[])',
        values,
      });
      await tx.run({
        text: 'update app.lead_touches set note = null, source_text = null where org_id = $1 and lead_id = any($2::uuid[])',
        values,
      });
      await tx.run({
        text: `update app.join_requests set reason = '', answer = null where org_id = $1 and record_id = any($2::uuid[])`,
        values,
      });
    },
  },
  {
    kind: 'merge',
    name: 'touches',
    of: ['lead'],
    preview: (rows, recordIds) =>
      rows.many(sql<Going>`
        select lead_id as record_id, 'leads.along.touches' as key, count(*)::int as count from seen.lead_touches
        where org_id = ${rows.orgId}::uuid and lead_id = any(${[...recordIds]}::uuid[]) group by lead_id`),
    async move(tx, from, into) {
      const { rows } = await tx.run({
        text: 'update app.lead_touches set lead_id = $3 where org_id = $1 and lead_id = $2 returning id',
        values: [tx.orgId, from.id, into.id],
      });
      return (rows as { id: string }[]).map(({ id }) => id);
    },
    async undo(tx, from, into, note) {
      await tx.run({
        text: 'update app.lead_touches set lead_id = $2 where org_id = $1 and lead_id = $3 and id = any($4::uuid[])',
        values: [tx.orgId, from.id, into.id, note ?? []],
      });
    },
  },
  {
    kind: 'merge',
    name: 'completion',
    of: ['lead'],
    // The time limit to complete a lead comes along with it; a lead that is complete needs none.
    async move(tx, _from, into) {
      const lead = await tx.lock(leadsTable, { id: into.id });
      if (!lead?.complete) return { ended: false };
      await stopClocks(tx, { recordId: into.id, event: LEAD_COMPLETED, at: tx.time.now() });
      return { ended: true };
    },
    async undo(tx, from, _into, note) {
      const lead = await tx.lock(leadsTable, { id: from.id });
      if (!lead || lead.complete || (note as { ended?: boolean } | null)?.ended !== true) return;
      const ownerId = lead.ownerId ?? lead.createdBy;
      await startClockOn(tx, { policyKey: 'complete_lead', recordId: lead.id, ownerId });
    },
  },
];
