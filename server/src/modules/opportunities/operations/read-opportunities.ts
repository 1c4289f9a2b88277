import * as protocol from '@dealtrail/protocol/opportunities';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { listQuery } from '../../../kernel/lists/index.ts';
import { presentGate, presentListed, presentProcess } from '../present.ts';
import { standardProcess } from '../rules/default-process.ts';
import { placeOf } from '../rules/sales-process.ts';
import { gateTasksQuery } from '../store/gate-facts.ts';
import { opportunityList } from '../store/opportunity-list.ts';
import { opportunityQuery, readOpportunity } from '../store/opportunity-view.ts';
import { currentProcessQuery } from '../store/process-store.ts';

/** Opportunities the member may see. */
export const listOpportunities = handleRead(protocol.listOpportunities, async (context) => {
  const page = await listQuery(context, opportunityList, context.input);
  return { ...page, items: page.items.map((row) => presentListed(row, context.actor)) };
});

/** One opportunity with its stages, gate, tasks and clocks. */
export const getOpportunity = handleRead(protocol.getOpportunity, async ({ actor, read, input, time }) =>
  readOpportunity(read, actor, input.id, time),
);

/** The sales process new opportunities run on. */
export const getProcess = handleRead(protocol.getProcess, async ({ actor, read }) => {
  const kept = await read.maybe(currentProcessQuery(actor.orgId));
  return presentProcess(kept?.definition ?? standardProcess);
});

/** Says what is missing before a stage may be entered. */
export const previewAdvance = handleRead(protocol.previewAdvance, async ({ actor, read, input, time }) => {
  const [[found], gateTasks] = await read.all([
    opportunityQuery(actor, input.id),
    gateTasksQuery(actor.orgId, input.id),
  ]);
  if (!found) throw problem('not_found');
  const { definition: process, evidence, ...opportunity } = found;
  if (placeOf(process, input.to) < 0) throw problem('stage_not_reachable', { params: { stage: input.to } });
  return presentGate(
    { opportunity, process, gateTasks, evidence, today: time.today(actor.organization.zone) },
    input.to,
  );
});
