import { type ClockReasonList, ReasonKind } from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import type { RowSource } from '../../house/module.ts';
import { problem } from '../../http/problem.ts';
import { type KeptReason, reasonsHere, wordsOf } from './reason-list.ts';

interface KeptList {
  readonly kind: ReasonKind;
  readonly reasons: readonly KeptReason[];
  readonly version: number;
}

/** The reasons of both kinds as the organisation offers them. */
export async function findReasons(source: RowSource): Promise<ClockReasonList[]> {
  const rows = await source.many(sql<KeptList>`
    select r.kind, r.reasons, r.version from seen.clock_reasons r where r.org_id = ${source.orgId}::uuid`);
  return ReasonKind.options.map((kind) => {
    const kept = rows.find((row) => row.kind === kind);
    return { kind, version: kept?.version ?? 0, reasons: reasonsHere(kind, kept?.reasons ?? []) };
  });
}

/**
 * The words of a reason somebody gives. Refuses one that is not offered (`clock_reason_unknown`), with those that are;
 * `path` names the field.
 */
export async function offeredReason(
  source: RowSource,
  kind: ReasonKind,
  key: string,
  path = 'reason',
): Promise<{ zh: string; en: string }> {
  const lists = await findReasons(source);
  const offered = (lists.find((list) => list.kind === kind)?.reasons ?? []).filter(({ active }) => active);
  const found = offered.find((reason) => reason.key === key);
  if (found) return wordsOf(kind, found);
  const words = offered.map((reason) => ({ key: reason.key, ...wordsOf(kind, reason) }));
  const reasonsZh = words.map(({ zh }) => zh).join('、');
  throw problem('clock_reason_unknown', {
    params: { reasonsZh, reasonsEn: words.map(({ en }) => en).join(', '), reasons: words },
    fields: [{ path, code: 'clock_reason_unknown', message: `请从这些原因里选：${reasonsZh}` }],
  });
}
