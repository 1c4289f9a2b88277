import { z } from 'zod';
import { Task } from '../activities/index.ts';
import { ClockView } from '../clocks/index.ts';
import { OutDay, OutId, OutInstant, Unmet } from '../kernel/index.ts';
import { ClockChip } from '../leads/lead.ts';

/** `won_awaiting_signing` is 赢单（待签约): won by word, counted nowhere as converted. */
export const OpportunityState = z.enum(['open', 'won', 'won_awaiting_signing', 'lost', 'invalid']);
export type OpportunityState = z.infer<typeof OpportunityState>;

export const OpportunityRow = z.object({
  id: OutId,
  number: z.string(),
  name: z.string(),
  customerId: OutId,
  customerName: z.string(),
  leadId: OutId.nullable(),
  stageKey: z.string(),
  stageEnteredAt: OutInstant,
  state: OpportunityState,
  amountMinor: z.number().nullable(),
  currency: z.string(),
  expectedCloseOn: OutDay.nullable(),
  /** Percent, from the stage unless a person set it. */
  probability: z.number().int(),
  weightedMinor: z.number(),
  source: z.string().nullable(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  departmentId: OutId.nullable(),
  departmentName: z.string().nullable(),
  lastMovementAt: OutInstant,
  signedOn: OutDay.nullable(),
  signedMinor: z.number().nullable(),
  closedAt: OutInstant.nullable(),
  createdAt: OutInstant,
  version: z.number().int(),
  clock: ClockChip.nullable(),
  /** What this member may do with it from a list or a board. */
  abilities: z.object({ update: z.boolean(), advance: z.boolean(), close: z.boolean(), followUp: z.boolean() }),
});
export type OpportunityRow = z.infer<typeof OpportunityRow>;

export const ProcessStage = z.object({
  key: z.string(),
  /** Message key of the name, or the organisation's own words. */
  name: z.object({ zh: z.string(), en: z.string() }),
  probability: z.number().int(),
  position: z.number().int(),
  /** After the win: outside the open pipeline. */
  afterWin: z.boolean(),
  requiredFields: z.array(z.string()),
  maxDays: z.number().int().nullable(),
  guidance: z.object({ zh: z.string(), en: z.string() }).nullable(),
});
export type ProcessStage = z.infer<typeof ProcessStage>;

export const Process = z.object({
  key: z.string(),
  version: z.number().int(),
  name: z.object({ zh: z.string(), en: z.string() }),
  stages: z.array(ProcessStage),
});
export type Process = z.infer<typeof Process>;

/** What stands between here and the next stage. */
export const GatePreview = z.object({ to: z.string().nullable(), unmet: z.array(Unmet), met: z.array(Unmet) });
export type GatePreview = z.infer<typeof GatePreview>;

export const StageStay = z.object({
  stageKey: z.string(),
  enteredAt: OutInstant,
  leftAt: OutInstant.nullable(),
  actorName: z.string().nullable(),
  /** Attributes as they were when the stage was entered (R65). */
  amountMinor: z.number().nullable(),
  probability: z.number().int(),
  expectedCloseOn: OutDay.nullable(),
});

export const Opportunity = OpportunityRow.omit({ clock: true }).extend({
  needSummary: z.string().nullable(),
  competitor: z.string().nullable(),
  closeReason: z.string().nullable(),
  closeNote: z.string().nullable(),
  contractNo: z.string().nullable(),
  probabilitySet: z.boolean(),
  leadNumber: z.string().nullable(),
  process: Process,
  gate: GatePreview,
  stays: z.array(StageStay),
  tasks: z.array(Task),
  clocks: z.array(ClockView),
  abilities: z.object({
    update: z.boolean(),
    advance: z.boolean(),
    close: z.boolean(),
    followUp: z.boolean(),
    assign: z.boolean(),
    confirmInvalid: z.boolean(),
  }),
});
export type Opportunity = z.infer<typeof Opportunity>;
