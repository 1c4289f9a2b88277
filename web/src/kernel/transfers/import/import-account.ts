import type { ImportView } from '@dealtrail/protocol/imports';

type Counts = Pick<ImportView, 'rows' | 'created' | 'merged' | 'duplicates' | 'rejected'>;

/** Rows whose fate is known. */
export function settledRows(job: Counts): number {
  return job.created + job.merged + job.duplicates + job.rejected;
}

/** Whether the account of a finished import closes: created + merged + duplicates + rejected = rows. */
export function accountCloses(job: Counts): boolean {
  return settledRows(job) === job.rows;
}

/** Whether a job goes on by itself. */
export function underWay({ state }: Pick<ImportView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Whether a job has ended, one way or another. */
export function isOver(job: Pick<ImportView, 'state'>): boolean {
  return !underWay(job) && job.state !== 'paused';
}

/** A mapping as the server suggests it, without columns the file does not have; a field is given once. */
export function usableMapping(
  suggested: Readonly<Record<string, string>>,
  header: readonly string[],
): Readonly<Record<string, string>> {
  const taken = new Set<string>();
  const kept: [string, string][] = [];
  for (const column of header) {
    const field = suggested[column];
    if (!field || taken.has(field)) continue;
    taken.add(field);
    kept.push([column, field]);
  }
  return Object.fromEntries(kept);
}
