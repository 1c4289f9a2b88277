import type { BulkView } from '@dealtrail/protocol/bulk';
import type { Why } from '@dealtrail/protocol/kernel';

/** A record that was not deleted, with what stands against it. */
interface Kept {
  readonly title: string;
  readonly problem: string | null;
  readonly reasons: readonly Why[];
}

/** Samples told of each reason. */
const TOLD = 3;

/** Records that stay, gathered by what stands against them, the most frequent first; one may stand for several. */
export function gatherRefused(kept: readonly Kept[]): Pick<BulkView, 'refused' | 'refusals'> {
  const gathered = new Map<string, BulkView['refusals'][number]>();
  for (const { title, problem, reasons } of kept) {
    const own = reasons.length > 0 ? reasons : [{ key: whyOf(problem), params: {} }];
    for (const why of own) {
      const key = JSON.stringify([why.key, why.params]);
      const so = gathered.get(key) ?? { why, count: 0, samples: [] };
      const samples = so.samples.length < TOLD ? [...so.samples, { id: '', title }] : so.samples;
      gathered.set(key, { why, count: so.count + 1, samples });
    }
  }
  return { refused: kept.length, refusals: [...gathered.values()].sort((a, b) => b.count - a.count) };
}

function whyOf(problem: string | null): string {
  return problem === 'gone' ? 'bulk.delete.why.gone' : 'bulk.delete.why.not_allowed';
}
