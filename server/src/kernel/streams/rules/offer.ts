import type { Change } from '@dealtrail/protocol/streams';
import { reaches } from '../../access/actor.ts';
import type { Standing } from '../../access/rules/reach.ts';
import type { ChangeRow } from '../change-query.ts';

/** Kind of the messages to the member themselves. */
const NOTIFICATION = 'notification';

/** Who listens, as far as it decides what they hear. */
export interface Listening {
  readonly actor: Standing;
  readonly topics: ReadonlySet<string>;
}

function visibleKind(
  row: ChangeRow,
  actor: Standing,
  chapterOf: (kind: string) => string | undefined,
): string | undefined {
  if (row.memberId !== null) return row.memberId === actor.memberId ? NOTIFICATION : undefined;
  const chapter = row.kind === null ? undefined : chapterOf(row.kind);
  if (row.kind === null || chapter === undefined) return undefined;
  return reaches(actor, `${chapter}.read`, { ...row, id: row.recordId }) ? row.kind : undefined;
}

/**
 * What of some facts one listener is told: those they asked for and may see, each record once with its latest version,
 * in the order of its last fact. Of the rest not even a count comes out.
 */
export function offer(
  rows: readonly ChangeRow[],
  { actor, topics }: Listening,
  chapterOf: (kind: string) => string | undefined,
): Change[] {
  const told = new Map<string, Change>();
  for (const row of rows) {
    const kind = visibleKind(row, actor, chapterOf);
    if (kind === undefined || !(topics.has(kind) || topics.has(row.recordId))) continue;
    const version = row.version ?? told.get(row.recordId)?.version ?? null;
    told.delete(row.recordId);
    told.set(row.recordId, { kind, id: row.recordId, version });
  }
  return [...told.values()];
}
