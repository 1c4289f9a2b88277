import type { Time } from '../time/time.ts';
import type { Origin, RuleAct } from './origin.ts';

/** A fact to be told after the commit; `text` is its sentence in the record's history. */
export interface NewEvent {
  readonly type: string;
  readonly recordId: string;
  readonly recordVersion?: number;
  readonly data?: Record<string, unknown>;
  readonly text?: { key: string; params: Record<string, string | number> };
  /** Rule that caused it, when no person did. */
  readonly rule?: string;
}

/** A fact as its table keeps it. What a rule did names the rule, and carries the acts of rules that led to it. */
export function eventRow(
  origin: Origin,
  time: Time,
  event: NewEvent,
  acting: RuleAct | undefined,
): Record<string, unknown> {
  const chain = [...(origin.chain ?? []), ...(acting ? [acting] : [])];
  const rule = event.rule ?? acting?.rule;
  return {
    org_id: origin.orgId,
    id: time.newId(),
    type: event.type,
    at: time.now(),
    actor_id: origin.actorId,
    cause: {
      operation: origin.operation,
      requestId: origin.requestId,
      ...(rule ? { rule } : {}),
      ...(chain.length > 0 ? { chain } : {}),
    },
    record_id: event.recordId,
    record_version: event.recordVersion ?? null,
    data: event.data ?? {},
    text: event.text ?? null,
  };
}
