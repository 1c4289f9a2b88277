import type { RuleAct } from '../db/index.ts';

/** A fact as a reaction receives it: ids and names of changed fields, never masked values. */
export interface DeliveredEvent {
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly cause: {
    readonly operation: string;
    readonly requestId: string;
    readonly rule?: string;
    readonly chain?: readonly RuleAct[];
  };
  readonly recordId: string;
  readonly recordVersion: number | null;
  readonly data: Record<string, unknown>;
}
