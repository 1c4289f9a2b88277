import type * as protocol from '@dealtrail/protocol/opportunities';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import { clocksOf } from '../../../kernel/clocks/index.ts';
import type { Query, Tx } from '../../../kernel/db/index.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Time } from '../../../kernel/time/time.ts';
import { presentTask, type TaskFacts, tasksOf } from '../../activities/index.ts';
import { type OpportunityFacts, presentOpportunity, type StayFacts } from '../present.ts';
import type { SalesProcess } from '../rules/sales-process.ts';
import { type Evidence, evidenceOf, type GateTask } from './gate-facts.ts';

/** Query for one opportunity the actor may see, with the names around it and its version of the process. */
export function opportunityQuery(actor: Actor, id: string) {
  return sql<OpportunityFacts & { definition: SalesProcess; evidence: Evidence[] }>`
    select o.*, r.number, c.name as customer_name, m.name as owner_name, d.name as department_name, l.number as lead_number, p.definition,
      ${evidenceOf('o')} as evidence
    from seen.opportunities o
    join seen.records r on r.org_id = o.org_id and r.id = o.id and r.deleted_at is null
    join seen.customers c on c.org_id = o.org_id and c.id = o.customer_id
    join seen.processes p on p.org_id = o.org_id and p.key = o.process_key and p.version = o.process_version
    left join seen.members m on m.org_id = o.org_id and m.id = o.owner_id
    left join seen.departments d on d.org_id = o.org_id and d.id = o.department_id
    left join seen.records l on l.org_id = o.org_id and l.id = o.lead_id
    where o.org_id = ${actor.orgId}::uuid and o.id = ${id}::uuid and ${visible(actor, 'opportunities.read', 'o')}`;
}

/** A task of a stage as its gate sees it. */
function gateTaskOf(task: TaskFacts): GateTask {
  const { templateKey, stageKey, title, titleKey, titleParams, required, doneAt, ownerName } = task;
  return { templateKey, stageKey, title, titleKey, titleParams, required, done: doneAt !== null, ownerName };
}

function staysQuery(orgId: string, id: string) {
  return sql<StayFacts>`
    select s.*, m.name as actor_name from seen.stage_stays s left join seen.members m on m.org_id = s.org_id and m.id = s.actor_id
    where s.org_id = ${orgId}::uuid and s.opportunity_id = ${id}::uuid order by s.entered_at, s.id limit 200`;
}

/** Reads several queries at once: a flight of a request or a transaction under way. */
export interface ManyReads {
  all<const Queries extends readonly Query<unknown>[]>(
    queries: Queries,
  ): Promise<{ [K in keyof Queries]: Queries[K] extends Query<infer Row> ? Row[] : never }>;
}

/** Reads and presents the page of an opportunity in one flight; 404 when the actor may not see it. */
export async function readOpportunity(
  reads: ManyReads,
  actor: Actor,
  id: string,
  time: Time,
): Promise<protocol.Opportunity> {
  const { orgId } = actor;
  const [[found], stays, tasks, clocks] = await reads.all([
    opportunityQuery(actor, id),
    staysQuery(orgId, id),
    tasksOf(orgId, id),
    clocksOf(orgId, id, time.now()),
  ]);
  if (!found) throw problem('not_found');
  const { definition, evidence, ...opportunity } = found;
  return presentOpportunity(
    {
      opportunity,
      process: definition,
      stays,
      gateTasks: tasks.filter(({ stageKey }) => stageKey !== null).map(gateTaskOf),
      evidence,
      tasks: tasks.map(presentTask),
      clocks,
      today: time.today(actor.organization.zone),
    },
    actor,
  );
}

/** The page of an opportunity as it is inside a transaction under way. */
export async function showOpportunity(tx: Tx, actor: Actor, id: string, time: Time): Promise<protocol.Opportunity> {
  return readOpportunity(
    { all: (queries) => Promise.all(queries.map((query) => tx.many(query))) as never },
    actor,
    id,
    time,
  );
}

/** Texts opportunities are found by beside name and number: their customer. */
export async function searchableTexts(
  rows: RowSource,
  ids: readonly string[],
): Promise<{ id: string; texts: (string | null)[] }[]> {
  const found = await rows.many(sql<{ id: string; customerName: string }>`
    select o.id, c.name as customer_name from seen.opportunities o
    join seen.customers c on c.org_id = o.org_id and c.id = o.customer_id
    where o.org_id = ${rows.orgId}::uuid and o.id = any(${[...ids]}::uuid[])`);
  return found.map(({ id, customerName }) => ({ id, texts: [customerName] }));
}
