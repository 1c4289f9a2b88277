import { sql } from 'kysely';
import { listCondition } from '../../../kernel/lists/index.ts';
import type { PastAsker, PastOfBook } from '../../../kernel/rule-books/index.ts';
import { type LeadSubject, rowOfLead } from '../rules/subject.ts';
import { leadList } from '../store/lead-list.ts';

type Judged = 'intent' | 'priority' | 'completeness';

/** A lead that came in before, with what stands on it. */
interface PastLead extends Omit<LeadSubject, 'listedSource'> {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly at: string;
  readonly sourceListed: boolean;
  readonly verdict: string;
  readonly kept: boolean;
}

/** What stands on a lead, and whether a person decided it. */
const verdicts: Readonly<Record<Judged, { verdict: string; kept: string }>> = {
  intent: { verdict: 'l.intent', kept: 'l.intent_overridden' },
  priority: { verdict: 'l.priority', kept: 'l.priority_overridden' },
  completeness: { verdict: `case when l.complete then 'complete' else 'incomplete' end`, kept: 'false' },
};

const inSight = (asker: PastAsker) => listCondition(asker, leadList, {});

function pageQuery(judged: Judged): PastOfBook<PastLead>['query'] {
  const { verdict, kept } = verdicts[judged];
  return (asker, { since, behind, most }) => {
    const after = behind ? sql`and (l.created_at, l.id) < (${behind.at}::timestamptz, ${behind.id}::uuid)` : sql``;
    return sql<PastLead>`
      select l.id, r.number, r.title, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        l.source, l.source_listed, l.need, l.industry, l.customer_type, l.budget_minor, l.currency,
        l.expected_purchase_on::text as expected_purchase_on, l.region, l.province, l.city, l.company_name,
        l.contact_name, l.contact_title, l.campaign, l.phone, l.landline, l.email, l.marked_incomplete,
        ${sql.raw(verdict)} as verdict, ${sql.raw(kept)} as kept
      from seen.leads l join seen.records r on r.org_id = l.org_id and r.id = l.id
      where l.org_id = ${asker.actor.orgId}::uuid and ${inSight(asker)} and l.created_at >= ${since}::timestamptz ${after}
      order by l.created_at desc, l.id desc limit ${most}::int`;
  };
}

/** How often rules decided, by the mark each lead carries. */
function countsQuery(judged: Judged): PastOfBook<PastLead>['counts'] {
  const mark = sql.raw(`l.${judged}_rules`);
  const kept = sql.raw(verdicts[judged].kept);
  return (asker, since) => sql<{ ruleId: string; hits: number; overridden: number }>`
    select m.rule_id, count(*)::int as hits, count(*) filter (where m.kept)::int as overridden
    from (
      select unnest(string_to_array(trim(both '|' from ${mark}), '|')) as rule_id, ${kept} as kept from seen.leads l
      where l.org_id = ${asker.actor.orgId}::uuid and ${inSight(asker)} and l.created_at >= ${since}::timestamptz and ${mark} is not null
    ) m group by m.rule_id order by m.rule_id`;
}

/** What the book of this judgement did with leads before. */
export function pastLeads(judged: Judged): PastOfBook<PastLead> {
  return {
    query: pageQuery(judged),
    read: (raw) => {
      const { id, number, title, at, verdict, kept } = raw;
      const lead: LeadSubject = { ...raw, listedSource: raw.sourceListed ? (raw.source ?? null) : null };
      return { id, number, title, at, verdict, kept, row: { ...rowOfLead(lead), lead } };
    },
    counts: countsQuery(judged),
    opens: (ruleId, sinceOn) => {
      const hits = [
        { field: `${judged}Rules`, op: 'contains' as const, value: `|${ruleId}|` },
        { field: 'createdAt', op: 'gte' as const, value: sinceOn },
      ];
      const overridden =
        judged === 'completeness' ? [] : [{ field: `${judged}Overridden`, op: 'eq' as const, value: true }];
      return { hits: { all: hits }, overridden: { all: [...hits, ...overridden] } };
    },
  };
}
