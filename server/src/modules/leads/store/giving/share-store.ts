import { sql } from 'kysely';
import { defineTable, type RowOf, type Tx } from '../../../../kernel/db/index.ts';
import type { FairShare } from '../../rules/giving/fair-shares.ts';
import type { Period } from '../pools/traffic-query.ts';

interface LeadShareTable {
  orgId: string;
  /** The day of the organisation. */
  givenOn: string;
  ruleId: string;
  memberId: string;
  /** Billionths of leads. */
  expected: number;
  missedAbsent: number;
  missedFull: number;
}

declare module '../../../../kernel/db/tables.ts' {
  interface Tables {
    lead_shares: LeadShareTable;
  }
}

const leadSharesTable = defineTable({
  name: 'lead_shares',
  key: ['givenOn', 'ruleId', 'memberId'],
  versioned: false,
});

type ShareRow = Omit<RowOf<'lead_shares'>, 'orgId' | 'givenOn'>;

/** What the leads of one transaction would fairly have been, rule by rule and person by person. */
export class ShareTally {
  readonly #rows = new Map<string, ShareRow>();

  /** Counts one lead a rule gave. */
  count(ruleId: string, shares: readonly FairShare[]): void {
    for (const { memberId, share, missed } of shares)
      this.#add({
        ruleId,
        memberId,
        expected: share,
        missedAbsent: missed === 'absent' ? share : 0,
        missedFull: missed === 'full' ? share : 0,
      });
  }

  #add(row: ShareRow): void {
    const key = `${row.ruleId} ${row.memberId}`;
    const kept = this.#rows.get(key);
    this.#rows.set(key, {
      ...row,
      expected: row.expected + (kept?.expected ?? 0),
      missedAbsent: row.missedAbsent + (kept?.missedAbsent ?? 0),
      missedFull: row.missedFull + (kept?.missedFull ?? 0),
    });
  }

  /** Adds what was counted to the day; the lock of the distribution is held. */
  async save(tx: Tx, today: string): Promise<void> {
    if (this.#rows.size === 0) return;
    const ruleIds = [...new Set([...this.#rows.values()].map(({ ruleId }) => ruleId))];
    const { rows: before } = await tx.run({
      name: 'lead_shares_take',
      text: `delete from app.lead_shares where org_id = $1 and given_on = $2 and rule_id = any($3::uuid[])
        returning rule_id as "ruleId", member_id as "memberId", expected, missed_absent as "missedAbsent", missed_full as "missedFull"`,
      values: [tx.orgId, today, ruleIds],
    });
    for (const row of before as unknown as ShareRow[]) this.#add(row);
    await tx.insert(
      leadSharesTable,
      [...this.#rows.values()].map((row) => ({ ...row, givenOn: today })),
    );
    this.#rows.clear();
  }
}

/** What a person could expect of a rule in a period. */
export type Expected = ShareRow & { readonly absentDays: number; readonly name: string };

/** Query for what each person could expect of each rule in a period, in billionths of leads. */
export function expectedQuery(orgId: string, { from, to }: Period) {
  return sql<Expected>`
    select s.rule_id, s.member_id, m.name, sum(s.expected)::bigint as expected,
      sum(s.missed_absent)::bigint as missed_absent, sum(s.missed_full)::bigint as missed_full,
      (count(*) filter (where s.missed_absent > 0))::int as absent_days
    from seen.lead_shares s join seen.members m on m.org_id = s.org_id and m.id = s.member_id
    where s.org_id = ${orgId}::uuid and s.given_on between ${from}::date and ${to}::date
    group by s.rule_id, s.member_id, m.name, m.pinyin order by m.pinyin, s.member_id`;
}
