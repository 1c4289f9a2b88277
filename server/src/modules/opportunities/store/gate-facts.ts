import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { SalesProcess } from '../rules/sales-process.ts';
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

/** Query for every stage task of an opportunity, cancelled ones too. */
function stageTasksQuery(orgId: string, opportunityId: string) {
  return sql<GateTask & { cancelled: boolean }>`
    select t.template_key, t.stage_key, t.title, t.title_key, t.title_params, t.required, t.done_at is not null as done, m.name as owner_name,
      t.cancelled_at is not null as cancelled
    from seen.tasks t left join seen.members m on m.org_id = t.org_id and m.id = t.owner_id
    where t.org_id = ${orgId}::uuid and t.record_id = ${opportunityId}::uuid and t.stage_key is not null`;
}

/** Query for the stage tasks of an opportunity. */
export function gateTasksQuery(orgId: string, opportunityId: string) {
  return sql<GateTask>`
    select * from (${stageTasksQuery(orgId, opportunityId)}) made where not made.cancelled`;
}

/** A fact a gate may ask for. */
export interface Evidence {
  readonly kind: string;
  readonly facts: Record<string, unknown>;
}

/** What gates are judged on, from rows already read: the opportunity's own tables and nothing else. */
export function gateFactsFrom(
  opportunity: Pick<
    RowOf<'opportunities'>,
    'stageKey' | 'amountMinor' | 'expectedCloseOn' | 'needSummary' | 'competitor' | 'state'
  >,
  ownerName: string | null,
  tasks: readonly GateTask[],
  evidence: readonly Evidence[],
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

/** SQL of the evidence of an opportunity as one value. */
export const evidenceOf = (alias: string) => sql<Evidence[]>`
  coalesce((select json_agg(json_build_object('kind', e.kind, 'facts', e.facts) order by e.at) from seen.stage_evidence e
    where e.org_id = ${sql.raw(alias)}.org_id and e.opportunity_id = ${sql.raw(alias)}.id), '[]')`;

/** Query for what surrounds a locked opportunity: its version of the process, its owner's name, its evidence. */
function surroundingsQuery(orgId: string, opportunityId: string) {
  return sql<{ definition: SalesProcess; ownerName: string | null; evidence: Evidence[] }>`
    select p.definition, m.name as owner_name, ${evidenceOf('o')} as evidence from seen.opportunities o
    join seen.processes p on p.org_id = o.org_id and p.key = o.process_key and p.version = o.process_version
    left join seen.members m on m.org_id = o.org_id and m.id = o.owner_id
    where o.org_id = ${orgId}::uuid and o.id = ${opportunityId}::uuid`;
}

/** What a locked opportunity is moved by: its process, what its gates are judged on, and every stage task ever made. */
export interface MoveFacts {
  readonly process: SalesProcess;
  readonly gates: GateFacts;
  readonly made: readonly Pick<GateTask, 'stageKey' | 'templateKey'>[];
}

/** Collects that of a locked opportunity. */
export async function collectFacts(tx: Tx, opportunity: RowOf<'opportunities'>): Promise<MoveFacts> {
  const [made, { definition, ownerName, evidence }] = await Promise.all([
    tx.many(stageTasksQuery(tx.orgId, opportunity.id)),
    tx.one(surroundingsQuery(tx.orgId, opportunity.id)),
  ]);
  const standing = made.filter(({ cancelled }) => !cancelled);
  return { process: definition, gates: gateFactsFrom(opportunity, ownerName, standing, evidence), made };
}
