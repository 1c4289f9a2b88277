import type { DuplicateHit } from '@dealtrail/protocol/leads';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { hitQuery, presentHit } from '../store/duplicate-query.ts';
import { countHits, hitsLeft } from '../store/hit-store.ts';
import type { Match } from '../store/match-query.ts';

const MOST_TOLD = 20;

/**
 * Tells a member of matching records. Each one they may not see is masked, counted and audited, at most 20 an hour;
 * beyond that `refuse` answers 429, otherwise the rest stays untold.
 */
export async function tellDuplicates(
  tx: Tx,
  actor: Actor,
  matches: readonly Match[],
  refuse: boolean,
): Promise<DuplicateHit[]> {
  const ids = [...new Set(matches.map(({ recordId }) => recordId))];
  if (ids.length === 0) return [];
  const rows = (await tx.many(hitQuery(actor, ids))).slice(0, MOST_TOLD);
  const unseen = rows.filter((row) => !row.visible);
  if (unseen.length === 0) return rows.map((row) => presentHit(row, matches));
  const { left, waitSeconds } = await hitsLeft(tx, actor.memberId);
  if (refuse && unseen.length > left) {
    throw problem('too_many_requests', { params: { seconds: waitSeconds }, retryAfter: waitSeconds });
  }
  const told = unseen.slice(0, left);
  await countHits(
    tx,
    actor.memberId,
    told.map(({ id }) => id),
  );
  return rows.filter((row) => row.visible || told.includes(row)).map((row) => presentHit(row, matches));
}
