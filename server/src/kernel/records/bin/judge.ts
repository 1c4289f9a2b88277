import type { RecordOutcome } from '@dealtrail/protocol/records';
import type { Actor } from '../../access/index.ts';
import type { Registry } from '../../house/module.ts';
import type { Head, Obstacle } from '../../house/participant.ts';
import { reachesHead } from '../records.ts';

/** Records by what may be done with them, and the answer for those that stay as they are. */
export interface Judged<Row extends Head> {
  readonly allowed: Row[];
  readonly outcomes: ReadonlyMap<string, RecordOutcome>;
}

/** The answer about one record that was not moved. */
export function outcome(
  id: string,
  what: RecordOutcome['outcome'],
  problem: string | null = null,
  reasons: RecordOutcome['reasons'] = [],
): RecordOutcome {
  return { id, outcome: what, problem, reasons };
}

/**
 * Which of the asked records this member may move: what they may not see does not exist, what is already where it
 * should be stays, and the permission `<chapter>.delete` must reach the rest.
 */
export function judge<Row extends Head>(
  actor: Actor,
  registry: Registry,
  ids: readonly string[],
  heads: readonly Row[],
  isThere: (head: Row) => boolean,
): Judged<Row> {
  const byId = new Map(heads.map((head) => [head.id, head]));
  const outcomes = new Map<string, RecordOutcome>();
  const allowed: Row[] = [];
  for (const id of new Set(ids)) {
    const head = byId.get(id);
    const asLiving = head && { ...head, deletedAt: null };
    if (!head || !asLiving || head.mergedInto !== null || !reachesHead(actor, registry, asLiving))
      outcomes.set(id, outcome(id, 'not_found', 'not_found'));
    else if (!reachesHead(actor, registry, asLiving, 'delete'))
      // Who may only look at a record is not told that it lies in the bin.
      outcomes.set(
        id,
        head.deletedAt === null ? outcome(id, 'refused', 'not_allowed') : outcome(id, 'not_found', 'not_found'),
      );
    else if (isThere(head)) outcomes.set(id, outcome(id, 'unchanged'));
    else allowed.push(head);
  }
  return { allowed, outcomes };
}

/** Parts records into those nothing stands against and the refusals of the others. */
export function sorted<Row extends Head>(
  heads: readonly Row[],
  obstacles: readonly Obstacle[],
  problem: string,
): { free: Row[]; refused: RecordOutcome[] } {
  const reasons = Map.groupBy(obstacles, ({ recordId }) => recordId);
  return {
    free: heads.filter(({ id }) => !reasons.has(id)),
    refused: heads.flatMap(({ id }) => {
      const against = reasons.get(id);
      return against
        ? [
            outcome(
              id,
              'refused',
              problem,
              against.map(({ reason }) => reason),
            ),
          ]
        : [];
    }),
  };
}
