import type { RowOf, Tx } from '../db/index.ts';
import { type EscalationTarget, namesOf } from './escalation-target.ts';
import type { Clock } from './rules/clock.ts';
import type { ClockStep } from './rules/steps.ts';
import { momentIn } from './rules/moment-in.ts';

/** What a clock's event carries beside its record: who is concerned, and which step of which clock it was. */
export interface ClockEventData {
  readonly clockId: string;
  readonly policyKey: string;
  readonly step: string;
  readonly ownerId: string | null;
  readonly dueAt: string;
  readonly memberIds: readonly string[];
  /** Whether it goes out by mail too. */
  readonly mail: boolean;
  /** True when nobody holds the place the policy names and the administrators hear instead. */
  readonly fallback: boolean;
}

interface Told {
  readonly row: RowOf<'clocks'>;
  readonly clock: Clock;
  readonly step: ClockStep;
  readonly zone: string;
  readonly target: EscalationTarget | undefined;
}

const typeOf: Record<ClockStep['kind'], string> = {
  warn: 'clocks.warned',
  due: 'clocks.overdue',
  escalate: 'clocks.escalated',
  resume: 'clocks.resumed',
};

/** Publishes one step of a clock, with its line for the record's history. */
export function tellStep(tx: Tx, { row, clock, step, zone, target }: Told): void {
  const type = typeOf[step.kind];
  const name = tx.policies.get(row.policyKey)?.name;
  const data: ClockEventData = {
    clockId: row.id,
    policyKey: row.policyKey,
    step: step.key,
    ownerId: row.ownerId,
    dueAt: clock.dueAt.toISOString(),
    memberIds: target ? target.people.map(({ id }) => id) : row.ownerId ? [row.ownerId] : [],
    mail: step.mail,
    fallback: target?.fallback ?? false,
  };
  const [, word = ''] = type.split('.');
  tx.publish({
    type,
    recordId: row.recordId,
    data: { ...data },
    rule: row.policyKey,
    text: {
      key: `clocks.event.${word}${data.fallback ? '_fallback' : ''}`,
      params: {
        clockZh: name?.zh ?? row.policyKey,
        clockEn: name?.en ?? row.policyKey,
        due: momentIn(zone, clock.dueAt),
        to: target ? namesOf(target) : '',
      },
    },
  });
}
