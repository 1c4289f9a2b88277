import type { Why } from '@dealtrail/protocol/kernel';
import { StaleRow } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import type { ProblemError } from '../http/problem.ts';
import { refusalOf } from '../http/refusals.ts';

/** Tries of a batch that met another writer on its way. */
const MOST_TRIES = 5;

/** The refusal behind a failed batch; undefined when the import itself went to another process or the fault is ours. */
export function refusalIn(error: unknown, { registry }: Services): ProblemError | undefined {
  if (error instanceof StaleRow && error.table === 'imports') return undefined;
  return refusalOf(error, registry);
}

/** A refusal as the reason of a rejected row. */
export function inWords({ code, facts }: ProblemError, { registry }: Services): Why {
  const key = `problem.${code}`;
  if (!(key in registry.messages.zh)) return { key: 'imports.row.not_saved', params: {} };
  const params = Object.entries(facts.params ?? {}).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  return { key, params: Object.fromEntries(params) };
}

/** What to do after a failed batch: try again, try it in halves, reject its only row, or give up. */
export function remedyFor(
  refusal: ProblemError | undefined,
  size: number,
  tries: number,
  { registry }: Services,
): 'again' | 'halves' | 'reject' | 'give_up' {
  if (!refusal) return 'give_up';
  const { code } = refusal;
  if ((code === 'conflict' || code === 'stale_version') && tries < MOST_TRIES) return 'again';
  if (size > 1 && code === 'query_too_slow') return 'halves';
  if ((registry.statuses[code] ?? 500) >= 500) return 'give_up';
  return size > 1 ? 'halves' : 'reject';
}
