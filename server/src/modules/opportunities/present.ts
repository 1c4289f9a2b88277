import type { Task } from '@dealtrail/protocol/activities';
import type { ClockView } from '@dealtrail/protocol/clocks';
import type * as protocol from '@dealtrail/protocol/opportunities';
import { type Actor, reaches } from '../../kernel/access/index.ts';
import type { RowOf } from '../../kernel/db/index.ts';
import { nextStage, type SalesProcess } from './rules/sales-process.ts';
import { previewGates } from './rules/stage-gates.ts';
import { type GateTask, gateFactsFrom } from './store/gate-facts.ts';
import type { ListedOpportunity } from './store/opportunity-list.ts';

/** An opportunity with the names around it. */
export type OpportunityFacts = RowOf<'opportunities'> & {
  number: string;
  customerName: string;
  ownerName: string | null;
  departmentName: string | null;
  leadNumber: string | null;
};

/** A stay with who moved it there. */
export type StayFacts = RowOf<'stage_stays'> & { actorName: string | null };

/** Everything the page of an opportunity is made of. */
export interface OpportunityParts {
  readonly opportunity: OpportunityFacts;
  readonly process: SalesProcess;
  readonly stays: readonly StayFacts[];
  readonly gateTasks: readonly GateTask[];
  readonly evidence: readonly { kind: string; facts: Record<string, unknown> }[];
  readonly tasks: readonly Task[];
  readonly clocks: readonly ClockView[];
  /** yyyy-mm-dd in the organisation's zone. */
  readonly today: string;
}

/** The process without what only the server needs. */
export function presentProcess(process: SalesProcess): protocol.Process {
  return {
    key: process.key,
    version: process.version,
    name: process.name,
    stages: process.stages.map(({ key, name, probability, position, afterWin, requiredFields, maxDays, guidance }) => ({
      key,
      name,
      probability,
      position,
      afterWin,
      requiredFields: [...requiredFields],
      maxDays,
      guidance,
    })),
  };
}

/** What stands between an opportunity and a stage; without a stage, the next one. */
export function presentGate(
  parts: Pick<OpportunityParts, 'opportunity' | 'process' | 'gateTasks' | 'evidence' | 'today'>,
  to?: string,
): protocol.GatePreview {
  const { opportunity, process } = parts;
  const target = to ?? nextStage(process, opportunity.stageKey)?.key ?? null;
  if (target === null || opportunity.state !== 'open') return { to: null, unmet: [], met: [] };
  const facts = gateFactsFrom(opportunity, opportunity.ownerName, parts.gateTasks, parts.evidence);
  const { unmet, met } = previewGates(process, facts, target, parts.today);
  return { to: target, unmet: [...unmet], met: [...met] };
}

const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;

type Judged = Pick<RowOf<'opportunities'>, 'id' | 'state' | 'ownerId' | 'departmentId'>;

/** What this member may do with an opportunity now. */
function abilities(actor: Actor, row: Judged): protocol.Opportunity['abilities'] {
  const open = row.state === 'open';
  const can = (verb: string): boolean => reaches(actor, `opportunities.${verb}`, row);
  return {
    update: open && can('update'),
    advance: open && can('advance'),
    close: (open || row.state === 'won_awaiting_signing') && can('close'),
    followUp: can('followUp'),
    assign: open && can('assign'),
    confirmInvalid: open && can('confirmInvalid'),
  };
}

/** An opportunity as lists and boards show it, with what this member may do. */
export function presentListed(row: ListedOpportunity, actor: Actor): protocol.OpportunityRow {
  const { update, advance, close, followUp } = abilities(actor, row);
  return { ...row, abilities: { update, advance, close, followUp } };
}

/** An opportunity as its page shows it. */
export function presentOpportunity(parts: OpportunityParts, actor: Actor): protocol.Opportunity {
  const { opportunity: row } = parts;
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    customerId: row.customerId,
    customerName: row.customerName,
    leadId: row.leadId,
    leadNumber: row.leadNumber,
    stageKey: row.stageKey,
    stageEnteredAt: row.stageEnteredAt.toISOString(),
    state: row.state,
    amountMinor: row.amountMinor,
    currency: row.currency,
    expectedCloseOn: row.expectedCloseOn,
    probability: row.probability,
    probabilitySet: row.probabilitySet,
    weightedMinor: row.weightedMinor,
    needSummary: row.needSummary,
    competitor: row.competitor,
    source: row.source,
    industry: row.industry,
    region: row.region,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    lastMovementAt: row.lastMovementAt.toISOString(),
    closeReason: row.closeReason,
    closeNote: row.closeNote,
    closedAt: text(row.closedAt),
    signedOn: row.signedOn,
    contractNo: row.contractNo,
    signedMinor: row.signedMinor,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    process: presentProcess(parts.process),
    gate: presentGate(parts),
    stays: parts.stays.map((stay) => ({
      stageKey: stay.stageKey,
      enteredAt: stay.enteredAt.toISOString(),
      leftAt: text(stay.leftAt),
      actorName: stay.actorName,
      amountMinor: stay.amountMinor,
      probability: stay.probability,
      expectedCloseOn: stay.expectedCloseOn,
    })),
    tasks: [...parts.tasks],
    clocks: [...parts.clocks],
    abilities: abilities(actor, row),
  };
}
