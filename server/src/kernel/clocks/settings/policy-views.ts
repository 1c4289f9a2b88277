import type { ClockPolicyView, PolicyTerms } from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import type { RowSource } from '../../house/module.ts';
import { type ClockPolicy, termsOf } from '../rules/policy.ts';

interface Standing {
  policyKey: string;
  terms: PolicyTerms | null;
  version: number | null;
  open: number;
  overdue: number;
  replanning: boolean;
}

/** These policies as they hold in the organisation, with the clocks that run under each. */
export async function policyViews(
  source: RowSource,
  policies: readonly ClockPolicy[],
  now: Date,
): Promise<ClockPolicyView[]> {
  const keys = policies.map(({ key }) => key);
  const rows = await source.many(sql<Standing>`
    select p.key as policy_key, t.terms, t.version, coalesce(c.open, 0)::int as open, coalesce(c.overdue, 0)::int as overdue,
      exists (select 1 from seen.clock_replans r where r.org_id = ${source.orgId}::uuid and r.due_at is not null
        and (r.policy_key is null or r.policy_key = p.key)) as replanning
    from unnest(${keys}::text[]) as p(key)
    left join seen.clock_terms t on t.org_id = ${source.orgId}::uuid and t.policy_key = p.key
    left join (
      select k.policy_key, count(*) as open, count(*) filter (where k.state = 'running' and k.due_at < ${now}::timestamptz) as overdue
      from seen.clocks k where k.org_id = ${source.orgId}::uuid and k.stopped_at is null group by k.policy_key
    ) c on c.policy_key = p.key`);
  const standing = new Map(rows.map((row) => [row.policyKey, row]));
  return policies.map((policy) => {
    const row = standing.get(policy.key);
    const shipped = termsOf(policy);
    return {
      key: policy.key,
      terms: row?.terms ?? shipped,
      shipped,
      mayPause: policy.mayPause,
      version: row?.version ?? 0,
      open: row?.open ?? 0,
      overdue: row?.overdue ?? 0,
      replanning: row?.replanning ?? false,
    };
  });
}
