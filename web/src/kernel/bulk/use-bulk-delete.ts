import type { BulkChoice, BulkView } from '@dealtrail/protocol/bulk';
import type { Operation, Passed } from '@dealtrail/protocol/kernel';
import {
  type Along,
  deleteRecords,
  previewDelete,
  type RecordOutcome,
  restoreRecords,
} from '@dealtrail/protocol/records';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type ProblemError, useAct } from '../client/index.ts';
import { gatherRefused } from './gather-refused.ts';

/** Records one deletion may name, as the protocol bounds it. */
export const MOST_DELETED = 200;

/** What deleting the chosen would do. */
export interface DeletePreview {
  readonly total: number;
  readonly ids: readonly string[];
  readonly along: readonly Along[];
  readonly keptDays: number;
  readonly account: Pick<BulkView, 'refused' | 'refusals'>;
}

/** Records gone, or back again, and those that did not move. */
export interface DeleteCourse {
  readonly back: boolean;
  readonly ids: readonly string[];
  readonly account: Pick<BulkView, 'refused' | 'refusals'>;
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

async function chosenIds(list: Operation, choice: BulkChoice, signal: AbortSignal): Promise<readonly string[] | null> {
  if ('ids' in choice) return choice.ids.length > MOST_DELETED ? null : choice.ids;
  const query = { ...(choice.filter ? { filter: choice.filter } : {}), ...(choice.q ? { q: choice.q } : {}) };
  const asked = { query: { ...query, limit: MOST_DELETED } } as unknown as Passed<Operation>;
  const page = (await call(list, asked, { signal })) as Listed;
  return page.nextCursor === null ? page.items.map(({ id }) => id) : null;
}

async function lookAhead(list: Operation, choice: BulkChoice, signal: AbortSignal): Promise<DeletePreview | null> {
  const ids = await chosenIds(list, choice, signal);
  if (ids === null) return null;
  if (ids.length === 0) return { total: 0, ids, along: [], keptDays: 0, account: gatherRefused([]) };
  const { items, along, keptDays } = await call(previewDelete, { body: { ids: [...ids] } }, { signal });
  const told = new Set(items.map(({ id }) => id));
  const gone = ids.filter((id) => !told.has(id)).map(() => ({ title: '', problem: 'gone', reasons: [] }));
  return {
    total: ids.length,
    ids: items.flatMap(({ id, deletable }) => (deletable ? [id] : [])),
    along,
    keptDays,
    account: gatherRefused([...items.filter(({ deletable }) => !deletable), ...gone]),
  };
}

function courseOf(items: readonly RecordOutcome[], back: boolean): DeleteCourse {
  const still = items.filter(({ outcome }) => outcome === 'refused' || outcome === 'not_found');
  return {
    back,
    ids: items.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : [])),
    account: gatherRefused(still.map(({ problem, reasons }) => ({ title: '', problem: problem ?? 'gone', reasons }))),
  };
}

/** Deletes the chosen records: what would go, doing it, and taking it back. */
export function useBulkDelete(list: Operation, choice: BulkChoice, chapter: string) {
  const [course, setCourse] = useState<DeleteCourse>();
  const preview = useQuery<DeletePreview | null, ProblemError>({
    queryKey: [previewDelete.id, choice],
    queryFn: ({ signal }) => lookAhead(list, choice, signal),
    gcTime: 0,
    staleTime: 0,
    enabled: course === undefined,
  });
  const invalidates = ['records.*', 'insights.*', 'activities.*', `${chapter}.*`] as const;
  const remove = useAct(deleteRecords, { invalidates, onDone: ({ items }) => setCourse(courseOf(items, false)) });
  const restore = useAct(restoreRecords, { invalidates, onDone: ({ items }) => setCourse(courseOf(items, true)) });
  return {
    preview,
    course,
    busy: remove.busy || restore.busy,
    error: remove.error ?? restore.error,
    start: (reason: string) => {
      const ids = [...(preview.data?.ids ?? [])];
      remove.press({ body: { ids, ...(reason ? { reason } : {}) } });
    },
    undo: () => course && restore.press({ body: { ids: [...course.ids] } }),
  };
}
