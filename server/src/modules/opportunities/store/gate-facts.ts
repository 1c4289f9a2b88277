import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { GateFacts } from '../rules/stage-gates.ts';

/** A task as a gate sees it. */
export interface GateTask {
  readonly templateKey: string | null;
  readonly stageKey: string | null;
  readonly title: string | null;
  readonly titleKey: string | null;
  readonly titleParams: Record<string, string | number> | null;
  readonly required: boolean;
  readonly done: boolean;
  readonly ownerName: string | null;
}

/** Query for the stage tasks of an opportunity. */
export function gateTasksQuery(orgId: string, opportunityId: string) {
  return sql<GateTask>`
    select t.template_key, t.stage_key, t.title, t.title_key, t.title_params, t.required, t.done_at is not null as done, m.name as owner_name
    from seen.tasks t left join seen.members m on m.org_id = t.org_id and m.id = t.owner_id
    where t.org_id = ${orgId}::uuid and t.record_id = ${opportunityId}::uuid and t.stage_key is not null and t.cancelled_at is null`;
}

/** Query for the evidence of an opportunity. */
export function evidenceQuery(orgId: string, opportunityId: string) {
  return sql<{ kind: string; facts: Record<string, unknown> }>`
    select kind, facts from seen.stage_evidence where org_id = ${orgId}::uuid and opportunity_id = ${opportunityId}::uuid order by at`;
}

/** What gates are judged on, from rows already read: the opportunity's own tables and nothing else. */
export function gateFactsFrom(
  opportunity: Pick<
    RowOf<'opportunities'>,
    'stageKey' | 'amountMinor' | 'expectedCloseOn' | 'needSummary' | 'competitor' | 'state'
  >,
  ownerName: string | null,
  tasks: readonly GateTask[],
  evidence: readonly { kind: string; facts: Record<string, unknown> }[],
): GateFacts {
  return {
    stageKey: opportunity.stageKey,
    ownerName,
    fields: {
      amountMinor: opportunity.amountMinor,
      expectedCloseOn: opportunity.expectedCloseOn,
      needSummary: opportunity.needSummary,
      competitor: opportunity.competitor,
    },
    tasks: tasks.map(({ titleKey, titleParams, title, ...task }) => ({
      ...task,
      title: titleKey ? { key: titleKey, params: titleParams ?? {} } : (title ?? ''),
    })),
    evidence: evidence.map(({ kind, facts }) => ({
      kind,
      validUntil: (facts.validUntil as string | undefined) ?? null,
    })),
    won: opportunity.state === 'won' || opportunity.state === 'won_awaiting_signing',
  };
}

/** Collects what the gates of a locked opportunity are judged on. */
export async function collectFacts(tx: Tx, opportunity: RowOf<'opportunities'>): Promise<GateFacts> {
  const [tasks, evidence, owner] = await Promise.all([
    tx.many(gateTasksQuery(tx.orgId, opportunity.id)),
    tx.many(evidenceQuery(tx.orgId, opportunity.id)),
    tx.maybe(
      sql<{
        name: string;
      }>`select name from seen.members where org_id = ${tx.orgId}::uuid and id = ${opportunity.ownerId}::uuid`,
    ),
  ]);
  return gateFactsFrom(opportunity, owner?.name ?? null, tasks, evidence);
}
