import * as protocol from '@dealtrail/protocol/opportunities';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { CustomerRow } from '../../customers/index.ts';
import { weightedMinor } from '../rules/weighted.ts';
import { insertOpportunity, type NewOpportunity } from '../store/opportunity-store.ts';
import { showOpportunity } from '../store/opportunity-view.ts';
import { currentProcess } from '../store/process-store.ts';
import { enterStage } from '../store/stage-entry.ts';

/** Opens an opportunity where its process begins, with that stage's tasks and clocks. */
export async function openOpportunity(
  tx: Tx,
  facts: Omit<NewOpportunity, 'processKey' | 'processVersion' | 'stageKey' | 'probability' | 'weightedMinor'>,
  actor: Actor,
): Promise<string> {
  const process = await currentProcess(tx);
  const stage = process.stages.find((one) => one.key === process.opensAt);
  if (!stage) throw new Error(`process ${process.key} opens at no stage of its own`);
  const id = await insertOpportunity(tx, {
    ...facts,
    processKey: process.key,
    processVersion: process.version,
    stageKey: stage.key,
    probability: stage.probability,
    weightedMinor: weightedMinor(facts.amountMinor, stage.probability),
  });
  await enterStage(tx, { id, ownerId: facts.ownerId }, stage, { forward: true, opens: true });
  tx.publish({
    type: 'opportunities.opened',
    recordId: id,
    recordVersion: 1,
    data: { stage: stage.key },
    text: {
      key: 'opportunities.event.opened',
      params: { by: actor.name, stageZh: stage.name.zh, stageEn: stage.name.en },
    },
  });
  return id;
}

/** Opens an opportunity on a customer directly, without a lead (R33). */
export const createOpportunity = handle(protocol.createOpportunity, async ({ actor, tx, input, time }) => {
  const customer = await tx.maybe(sql<CustomerRow>`
    select c.* from seen.customers c where c.org_id = ${tx.orgId}::uuid and c.id = ${input.customerId}::uuid and ${visible(actor, 'customers.read', 'c')}`);
  if (!customer)
    throw problem('reference_missing', {
      fields: [{ path: 'customerId', code: 'reference_missing', message: 'customer' }],
    });
  const id = await openOpportunity(
    tx,
    {
      ...(input.id === undefined ? {} : { id: input.id }),
      name: input.name,
      customerId: customer.id,
      customerName: customer.name,
      leadId: null,
      amountMinor: input.amountMinor ?? null,
      currency: input.currency ?? actor.organization.currency,
      expectedCloseOn: input.expectedCloseOn ?? null,
      needSummary: input.needSummary ?? null,
      source: null,
      industry: customer.industry,
      region: customer.region,
      ownerId: actor.memberId,
      departmentId: actor.departmentId,
      today: time.today(actor.organization.zone),
    },
    actor,
  );
  return showOpportunity(tx, actor, id, time);
});
