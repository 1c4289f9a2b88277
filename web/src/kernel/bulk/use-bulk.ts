import { type BulkChoice, type BulkView, getBulk, undoBulk } from '@dealtrail/protocol/bulk';
import type { Operation, Passed } from '@dealtrail/protocol/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ProblemError, useAct, useOperation } from '../client/index.ts';

/** An act under way is asked about this often. */
const EVERY_MS = 1_000;

/** An act on many records: tried, done, followed and undone. */
export interface Bulk<Action> {
  /** What the act would do; undefined before it was tried. */
  readonly preview: BulkView | undefined;
  /** The act, or its undoing, as it stands. */
  readonly run: BulkView | undefined;
  readonly error: ProblemError | null;
  readonly busy: boolean;
  readonly tryOut: (action: Action) => Promise<void>;
  readonly start: (action: Action) => void;
  readonly undo: () => void;
  readonly back: () => void;
}

/** Does something with the chosen records through the chapter's verb; it goes on when the window is closed. */
export function useBulk<Action>(op: Operation, choice: BulkChoice, chapter: string): Bulk<Action> {
  const cache = useQueryClient();
  const [preview, setPreview] = useState<BulkView>();
  const [started, setStarted] = useState<BulkView>();
  const act = useAct(op);
  const undoing = useAct(undoBulk);
  const id = started?.id ?? undefined;
  const found = useOperation(
    getBulk,
    { params: { id: id ?? '' } },
    { enabled: started?.state === 'running', every: EVERY_MS },
  );
  const run = started && found.data && found.data.id === id ? found.data : started;
  const over = run !== undefined && run.state !== 'running';
  useEffect(() => {
    if (!over) return;
    const concerned = [chapter, 'insights', 'activities'];
    void cache.invalidateQueries({
      predicate: ({ queryKey }) => concerned.includes(String(queryKey[0]).split('.')[0] ?? ''),
    });
  }, [over, cache, chapter]);
  const send = async (action: Action, dryRun: boolean) =>
    (await act.run({ body: { choice, action, dryRun } } as unknown as Passed<Operation>)) as BulkView;
  return {
    preview,
    run,
    error: act.error ?? undoing.error,
    busy: act.busy || undoing.busy,
    tryOut: async (action) => setPreview(await send(action, true)),
    start: (action) => void send(action, false).then(setStarted, () => undefined),
    undo: () => {
      if (id) undoing.run({ params: { id }, body: {} }).then(setStarted, () => undefined);
    },
    back: () => setPreview(undefined),
  };
}
