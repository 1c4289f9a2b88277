import type { BulkChoice } from '@dealtrail/protocol/bulk';
import type { Operation } from '@dealtrail/protocol/kernel';
import { type ReactNode, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { Bar } from '../../kit/card/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { FormFrame } from '../../kit/form/index.ts';
import { ProblemNotice, useProblemWords } from '../states/index.ts';
import { BulkRefusals } from './bulk-account.tsx';
import { type Bulk, useBulk } from './use-bulk.ts';
import { useBulkWords } from './words.ts';

interface BulkDialogProps<Values, Action> {
  readonly title: string;
  readonly op: Operation;
  readonly choice: BulkChoice;
  /** Chapter whose lists are out of date afterwards. */
  readonly chapter: string;
  readonly initial: Partial<Values>;
  readonly toAction: (values: Values) => Action;
  readonly onClose: () => void;
  /** The act is done; what was picked may be let go of. */
  readonly onDone: () => void;
  /** Inputs of the act. */
  readonly children: ReactNode;
}

/** An act on many records: what is to be done, what would happen, how it goes, and the way back. */
export function BulkDialog<Values extends object, Action>(props: BulkDialogProps<Values, Action>) {
  const { title, op, choice, chapter, initial, toAction, onClose, onDone, children } = props;
  const word = useBulkWords();
  // Chosen once: picking other rows meanwhile must not change what is done.
  const [chosen] = useState(choice);
  const [action, setAction] = useState<Action>();
  const [kept, setKept] = useState<Partial<Values>>(initial);
  const bulk = useBulk<Action>(op, chosen, chapter);
  const problem = useProblemWords(bulk.preview ? null : bulk.error);
  const tryOut = async (values: Values) => {
    const next = toAction(values);
    setKept(values);
    setAction(next);
    await bulk.tryOut(next);
  };
  const close = () => {
    if (bulk.run) onDone();
    onClose();
  };
  return (
    <Dialog open title={title} onClose={close}>
      {bulk.run ? (
        <BulkCourse bulk={bulk} onClose={close} />
      ) : bulk.preview ? (
        <Preview bulk={bulk} onStart={() => action && bulk.start(action)} />
      ) : (
        <FormFrame<Values>
          label={title}
          initial={kept}
          guard={false}
          problem={problem}
          submitWord={word('bulk.next')}
          onCancel={onClose}
          onSubmit={tryOut}
        >
          {children}
        </FormFrame>
      )}
    </Dialog>
  );
}

function Preview<Action>({ bulk, onStart }: { readonly bulk: Bulk<Action>; readonly onStart: () => void }) {
  const word = useBulkWords();
  const { preview } = bulk;
  if (!preview) return null;
  return (
    <div className="k-stack">
      <p>{word('bulk.preview', { changed: preview.changed, total: preview.total })}</p>
      <BulkRefusals run={preview} />
      <ProblemNotice error={bulk.error} />
      <div className="k-form-foot">
        <Button onClick={bulk.back}>{word('bulk.back')}</Button>
        <Button kind="primary" busy={bulk.busy} disabled={preview.changed === 0} onClick={onStart}>
          {word('bulk.start', { count: preview.changed })}
        </Button>
      </div>
    </div>
  );
}

/** How an act on many records goes, what became of it, and the way back. */
export function BulkCourse<Action>({ bulk, onClose }: { readonly bulk: Bulk<Action>; readonly onClose: () => void }) {
  const word = useBulkWords();
  const { run } = bulk;
  if (!run) return null;
  const { state, total, done, changed, undoes, undoUntil } = run;
  const said =
    state === 'running'
      ? word('bulk.running', { done, total })
      : word(state === 'failed' ? 'bulk.failed' : undoes ? 'bulk.undone' : 'bulk.done', { changed, total });
  return (
    <div className="k-stack">
      <b role="status">{said}</b>
      {state === 'running' && <Bar share={done / Math.max(1, total)} label={said} />}
      {state === 'running' && <p className="k-t3 k-s13">{word('bulk.goesOn')}</p>}
      <BulkRefusals run={run} />
      <ProblemNotice error={bulk.error} />
      <div className="k-form-foot">
        {undoUntil && (
          <Button icon="undo" busy={bulk.busy} onClick={bulk.undo}>
            {word('bulk.undo')}
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          {word('bulk.close')}
        </Button>
      </div>
    </div>
  );
}
