import { sql } from 'kysely';
import { type Actor, visible } from '../../../../kernel/access/index.ts';
import { defineTable, type Tx } from '../../../../kernel/db/index.ts';
import type { Period } from '../pools/traffic-query.ts';

interface LeadGiftTable {
  orgId: string;
  id: string;
  leadId: string;
  ruleId: string;
  memberId: string;
  givenAt: Date;
  /** The day of the organisation. */
  givenOn: string;
  refusedAt: Date | null;
}

declare module '../../../../kernel/db/tables.ts' {
  interface Tables {
    lead_gifts: LeadGiftTable;
  }
}

const leadGiftsTable = defineTable({ name: 'lead_gifts', key: ['id'], versioned: false });

/** A lead a rule gave to somebody. */
export type NewGift = Pick<LeadGiftTable, 'leadId' | 'ruleId' | 'memberId'>;

/** Notes which leads rules gave to whom on a day of the organisation. */
export async function insertGifts(tx: Tx, today: string, gifts: readonly NewGift[]): Promise<void> {
  if (gifts.length === 0) return;
  const given = { givenAt: tx.time.now(), givenOn: today, refusedAt: null };
  await tx.insert(
    leadGiftsTable,
    gifts.map((gift) => ({ ...gift, ...given, id: tx.time.newId() })),
  );
}

/** Notes that a member refused a lead a rule had given them. */
export async function markRefused(tx: Tx, leadId: string, memberId: string): Promise<void> {
  await tx.run({
    name: 'lead_gifts_refused',
    text: `update app.lead_gifts set refused_at = $4
      where org_id = $1 and lead_id = $2 and member_id = $3 and refused_at is null`,
    values: [tx.orgId, leadId, memberId, tx.time.now()],
  });
}

/** What a member got by a rule in a period. */
export interface Received {
  readonly ruleId: string;
  readonly memberId: string;
  readonly received: number;
  readonly refused: number;
}

/** Query for what each member got by each rule in a period. */
export function receivedQuery(orgId: string, { from, to }: Period) {
  return sql<Received>`
    select g.rule_id, g.member_id, count(*)::int as received, count(g.refused_at)::int as refused
    from seen.lead_gifts g where g.org_id = ${orgId}::uuid and g.given_on between ${from}::date and ${to}::date
    group by g.rule_id, g.member_id`;
}

/** A lead behind a number of the report; one out of sight has no name. */
export interface GiftRow {
  readonly leadId: string;
  readonly leadName: string | null;
  readonly number: string;
  readonly givenAt: Date;
  readonly refused: boolean;
  readonly ownerName: string | null;
}

/** Leads told at once. */
const MOST_GIFTS = 500;

/** Query for the leads a member got by a rule in a period, the newest first. */
export function giftsQuery(actor: Actor, ruleId: string, memberId: string, { from, to }: Period) {
  return sql<GiftRow>`
    select g.lead_id, case when ${visible(actor, 'leads.read', 'l')} then r.title end as lead_name, r.number, g.given_at,
      g.refused_at is not null as refused, m.name as owner_name
    from seen.lead_gifts g
    join seen.leads l on l.org_id = g.org_id and l.id = g.lead_id
    join seen.records r on r.org_id = g.org_id and r.id = g.lead_id
    left join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
    where g.org_id = ${actor.orgId}::uuid and g.rule_id = ${ruleId}::uuid and g.member_id = ${memberId}::uuid
      and g.given_on between ${from}::date and ${to}::date
    order by g.given_at desc, g.id desc limit ${MOST_GIFTS}`;
}
