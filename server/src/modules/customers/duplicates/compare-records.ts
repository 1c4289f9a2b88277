import type { MatchWeights, PairCounts } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
import type { Tx } from '../../../kernel/db/index.ts';
import { judgePair } from '../rules/identity/judge-pair.ts';
import { type IdentityKey, probesOf } from '../rules/identity/party.ts';
import { keysOfCandidate } from '../store/candidate-query.ts';
import { type KeyedRecord, keyedRecordsQuery, metPairsQuery, nextRecordsQuery } from '../store/pair-query.ts';

/** Two records whose keys met, judged under two sets of weights; a grade is null where they are no pair. */
export interface ComparedPair {
  readonly oneId: string;
  readonly otherId: string;
  /** Null where one is a lead and the other a customer. */
  readonly recordKind: 'lead' | 'customer' | null;
  readonly grade: keyof PairCounts | null;
  readonly before: keyof PairCounts | null;
  readonly points: number;
  readonly reasons: readonly Why[];
}

/** Records compared in one transaction; some 10 000 looks into an index. */
const BATCH = 200;

const gradeAsPair = (grade: ReturnType<typeof judgePair>['grade']): keyof PairCounts | null =>
  grade === 'none' || grade === 'related' ? null : grade;

function compare(
  one: KeyedRecord,
  other: KeyedRecord,
  keysById: ReadonlyMap<string, readonly IdentityKey[]>,
  weights: MatchWeights,
  inForce: MatchWeights,
): ComparedPair {
  const [mine, theirs] = [keysById.get(one.id) ?? [], keysById.get(other.id) ?? []];
  const { grade, points, reasons } = judgePair(mine, theirs, weights);
  const before = weights === inForce ? { grade, reasons } : judgePair(mine, theirs, inForce);
  const [now, then] = [gradeAsPair(grade), gradeAsPair(before.grade)];
  const recordKind = one.kind === other.kind ? one.kind : null;
  const told = now === null ? before.reasons : reasons;
  return { oneId: one.id, otherId: other.id, recordKind, grade: now, before: then, points, reasons: told };
}

/** What one batch compared, and the last record of it; `last` is null when there was none left. */
export interface ComparedBatch {
  readonly pairs: readonly ComparedPair[];
  readonly checked: number;
  readonly last: string | null;
}

/** Compares the next records after an id with all of a greater id whose keys they meet. */
export async function compareNext(
  tx: Tx,
  after: string | null,
  weights: MatchWeights,
  inForce: MatchWeights,
): Promise<ComparedBatch> {
  const records = await tx.many(nextRecordsQuery(tx.orgId, after, BATCH));
  if (records.length === 0) return { pairs: [], checked: 0, last: null };
  const byId = new Map(records.map((record) => [record.id, record]));
  const keysById = new Map<string, readonly IdentityKey[]>(
    records.map((record) => [record.id, keysOfCandidate(record)]),
  );
  const probes = records.flatMap(({ id }) => probesOf(keysById.get(id) ?? []).map((key) => ({ recordId: id, key })));
  const met = probes.length === 0 ? [] : await tx.many(metPairsQuery(tx.orgId, probes));
  const unread = [...new Set(met.map(({ otherId }) => otherId))].filter((id) => !byId.has(id));
  for (const record of unread.length === 0 ? [] : await tx.many(keyedRecordsQuery(tx.orgId, unread))) {
    byId.set(record.id, record);
    keysById.set(record.id, keysOfCandidate(record));
  }
  const pairs = met.flatMap(({ oneId, otherId }): ComparedPair[] => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    if (!one || !other) return [];
    const compared = compare(one, other, keysById, weights, inForce);
    return compared.grade === null && compared.before === null ? [] : [compared];
  });
  return { pairs, checked: records.length, last: records.at(-1)?.id ?? null };
}
