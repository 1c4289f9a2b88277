import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Going, Head, Obstacle, Participant } from '../../../kernel/house/participant.ts';

const idsOf = (heads: readonly Head[]): string[] => heads.map(({ id }) => id);

interface Deal {
  readonly recordId: string;
  readonly number: string;
  readonly state: string;
}

/** Living opportunities of records, by the column that refers to them. */
function dealsOf(tx: Tx, column: 'customer_id' | 'lead_id' | 'id', heads: readonly Head[]): Promise<Deal[]> {
  return tx.many(sql<Deal>`
    select o.${sql.raw(column)} as record_id, r.number, o.state from seen.opportunities o
    join seen.records r on r.org_id = o.org_id and r.id = o.id and r.deleted_at is null
    where o.org_id = ${tx.orgId}::uuid and o.${sql.raw(column)} = any(${idsOf(heads)}::uuid[]) order by r.number`);
}

const because =
  (key: string) =>
  ({ recordId, number }: Deal): Obstacle => ({ recordId, reason: { key, params: { number } } });

const isWon = ({ state }: Deal): boolean => state === 'won' || state === 'won_awaiting_signing';

/** Opportunities of a record refer to the one it becomes part of. */
function refersOver(column: 'lead_id' | 'customer_id', kind: 'lead' | 'customer'): Participant {
  return {
    kind: 'merge',
    name: `opportunities.of_${kind}`,
    of: [kind],
    preview: (rows, recordIds) =>
      rows.many(sql<Going>`
        select ${sql.ref(column)} as record_id, 'opportunities.along.opportunities' as key, count(*)::int as count
        from seen.opportunities
        where org_id = ${rows.orgId}::uuid and ${sql.ref(column)} = any(${[...recordIds]}::uuid[]) group by ${sql.ref(column)}`),
    async move(tx, from, into) {
      const { rows } = await tx.run({
        text: `update app.opportunities set ${column} = $3 where org_id = $1 and ${column} = $2 returning id`,
        values: [tx.orgId, from.id, into.id],
      });
      return (rows as { id: string }[]).map(({ id }) => id);
    },
    async undo(tx, from, into, note) {
      await tx.run({
        text: `update app.opportunities set ${column} = $2 where org_id = $1 and ${column} = $3 and id = any($4::uuid[])`,
        values: [tx.orgId, from.id, into.id, note ?? []],
      });
    },
  };
}

/** What runs or was won keeps its customer and its lead; a signing is never thrown away. */
export const opportunityParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'opportunities.of_customer',
    of: ['customer'],
    async obstacles(tx, heads) {
      const deals = await dealsOf(tx, 'customer_id', heads);
      return [
        ...deals.filter(({ state }) => state === 'open').map(because('opportunities.reason.customer_has_open')),
        ...deals.filter(isWon).map(because('opportunities.reason.customer_has_won')),
      ];
    },
  },
  {
    kind: 'delete',
    name: 'opportunities.of_lead',
    of: ['lead'],
    obstacles: async (tx, heads) =>
      (await dealsOf(tx, 'lead_id', heads)).map(because('opportunities.reason.lead_has_opportunity')),
  },
  {
    kind: 'delete',
    name: 'opportunities',
    of: ['opportunity'],
    obstacles: async (tx, heads) =>
      (await dealsOf(tx, 'id', heads)).filter(isWon).map(because('opportunities.reason.has_signing')),
    // A deal without its customer would hang in the air.
    async obstaclesToUndo(tx, heads) {
      const lost = await tx.many(sql<{ recordId: string; title: string }>`
        select o.id as record_id, c.title from seen.opportunities o
        join seen.records c on c.org_id = o.org_id and c.id = o.customer_id and c.deleted_at is not null
        where o.org_id = ${tx.orgId}::uuid and o.id = any(${idsOf(heads)}::uuid[])`);
      return lost.map(({ recordId, title }) => ({
        recordId,
        reason: { key: 'opportunities.reason.customer_deleted', params: { title } },
      }));
    },
    async purge(tx, heads) {
      const values = [tx.orgId, idsOf(heads)];
      await tx.run({
        text: 'delete from app.stage_evidence where org_id = $1 and opportunity_id = any($2::uuid[])',
        values,
      });
      await tx.run({
        text: `update app.opportunities o set name = r.number, need_summary = null, competitor = null, close_note = null, owner_id = null
          from seen.records r where o.org_id = $1 and o.id = any($2::uuid[]) and r.org_id = o.org_id and r.id = o.id`,
        values,
      });
    },
  },
  refersOver('lead_id', 'lead'),
  refersOver('customer_id', 'customer'),
];
