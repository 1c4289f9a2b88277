import type { LeadTouch } from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { campaignsMeantBy } from '../../campaigns/index.ts';
import { leadTouchesTable } from '../tables.ts';

/** A source through which a known lead came again. */
export type NewTouch = Pick<
  RowOf<'lead_touches'>,
  'leadId' | 'source' | 'sourceText' | 'sourceListed' | 'via' | 'campaign' | 'note'
>;

/** Keeps touches of now and makes each the last source of its lead; the first source stays as it is (R4). */
export async function insertTouches(tx: Tx, touches: readonly NewTouch[]): Promise<void> {
  if (touches.length === 0) return;
  const now = tx.time.now();
  const campaignOf = await campaignsMeantBy(
    tx,
    touches.map(({ campaign }) => campaign),
  );
  await tx.insert(
    leadTouchesTable,
    touches.map((touch) => ({
      ...touch,
      campaignId: campaignOf(touch.campaign),
      id: tx.time.newId(),
      memberId: tx.origin.actorId,
      at: now,
    })),
  );
  const last = new Map(touches.flatMap(({ leadId, source }) => (source === null ? [] : [[leadId, source] as const])));
  await tx.run({
    name: 'leads_last_source',
    text: `update app.leads l set last_source = v.source from jsonb_to_recordset($2::jsonb) as v(id uuid, source text)
      where l.org_id = $1 and l.id = v.id`,
    values: [tx.orgId, JSON.stringify([...last].map(([id, source]) => ({ id, source })))],
  });
}

/** Query for the later touches of a lead, the newest first. */
export function touchesQuery(orgId: string, leadId: string) {
  return sql<Omit<LeadTouch, 'at'> & { at: Date }>`
    select t.id, t.source, t.source_listed, t.via, t.campaign, t.note, m.name as member_name, t.at
    from seen.lead_touches t left join seen.members m on m.org_id = t.org_id and m.id = t.member_id
    where t.org_id = ${orgId}::uuid and t.lead_id = ${leadId}::uuid order by t.at desc, t.id desc limit 100`;
}

/** Gives later touches with this text, which was on no list, their source; returns of how many leads. */
export async function mapTouches(tx: Tx, text: string | null, key: string): Promise<number> {
  if (text === null) return 0;
  const { rows } = await tx.run({
    name: 'touches_map_source',
    text: `update app.lead_touches set source = $3, source_listed = true
      where org_id = $1 and not source_listed and source = $2 returning lead_id as id`,
    values: [tx.orgId, text, key],
  });
  const leadIds = [...new Set((rows as { id: string }[]).map(({ id }) => id))];
  if (leadIds.length === 0) return 0;
  await tx.run({
    name: 'leads_map_last_source',
    text: 'update app.leads set last_source = $3 where org_id = $1 and last_source = $2 and id = any($4::uuid[])',
    values: [tx.orgId, text, key, leadIds],
  });
  return leadIds.length;
}
