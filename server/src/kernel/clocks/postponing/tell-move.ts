import type { Asked } from '../asked-clock.ts';
import type { RowOf } from '../../db/index.ts';
import { momentIn } from '../rules/moment-in.ts';

/** What happened to a wish for more time, beside its record: who is to hear, and the two due moments. */
export interface MoveEventData {
  readonly clockId: string;
  readonly policyKey: string;
  readonly memberIds: readonly string[];
  readonly was: string;
  readonly to: string;
  readonly by: string;
}

interface Move {
  readonly type: 'postponed' | 'postpone_asked' | 'postpone_granted' | 'postpone_refused';
  readonly row: RowOf<'clocks'>;
  readonly to: Date;
  readonly note: string | null;
  /** Who hears of it beside the record's history. */
  readonly memberIds: readonly (string | null)[];
  /** The words of the sentence beside the moments. */
  readonly params: Readonly<Record<string, string>>;
}

/** Publishes a move of a due moment, asked for, granted or refused, with its line for the record's history. */
export function tellMove({ tx, actor }: Asked, { type, row, to, note, memberIds, params }: Move): void {
  const { zone } = actor.organization;
  const data: MoveEventData = {
    clockId: row.id,
    policyKey: row.policyKey,
    memberIds: [...new Set(memberIds)].filter((id) => id !== null && id !== actor.memberId) as string[],
    was: row.dueAt.toISOString(),
    to: to.toISOString(),
    by: actor.name,
  };
  tx.publish({
    type: `clocks.${type}`,
    recordId: row.recordId,
    data: { ...data },
    rule: row.policyKey,
    text: {
      key: `clocks.event.${type}${note === null ? '' : '_noted'}`,
      params: { ...params, note: note ?? '', was: momentIn(zone, row.dueAt), due: momentIn(zone, to) },
    },
  });
}
