import { deleteRecords, restoreRecords } from '@dealtrail/protocol/records';
import { useState } from 'react';
import { GoingAlong } from '../../../kernel/bulk/index.ts';
import { type ProblemError, useAct } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useRecordWords } from '../parts/words.ts';
import { useDeletionPreview } from '../queries.ts';
import '../parts/records.css';

interface DeleteDialogProps {
  readonly id: string;
  readonly title: string;
  /** Where one goes when it is gone. */
  readonly list: string;
  readonly onClose: () => void;
}

/** Everything that changes with a record's coming and going. */
const everything = ['records.*', 'leads.*', 'customers.*', 'opportunities.*', 'activities.*', 'insights.*'] as const;

function Refused({ problem, reasons }: { readonly problem: string | null; readonly reasons: readonly string[] }) {
  const word = useRecordWords();
  return (
    <Notice tone="late" title={word('records.delete.refused')}>
      {problem === 'not_allowed' ? (
        word('records.delete.notAllowed')
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Done({ id, list, onClose }: Omit<DeleteDialogProps, 'title'>) {
  const word = useRecordWords();
  const go = useGo();
  const undo = useAct(restoreRecords, { invalidates: everything, onDone: onClose });
  return (
    <div className="k-stack">
      <p role="status">{word('records.delete.done')}</p>
      <ProblemNotice error={undo.error} />
      <div className="k-row dialog-acts">
        <Button icon="undo" busy={undo.busy} onClick={() => undo.press({ body: { ids: [id] } })}>
          {word('records.undo')}
        </Button>
        <Button kind="primary" onClick={() => go(list)}>
          {word('records.delete.back')}
        </Button>
      </div>
    </div>
  );
}

interface AskedProps {
  readonly preview: ReturnType<typeof useDeletionPreview>;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

function Asked({ preview, reason, onReason }: AskedProps) {
  const word = useRecordWords();
  const say = useSay();
  const item = preview.data?.items[0];
  if (preview.isError)
    return <ProblemState error={preview.error as ProblemError} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton count={3} />;
  if (!item?.deletable)
    return <Refused problem={item?.problem ?? 'not_allowed'} reasons={(item?.reasons ?? []).map((why) => say(why))} />;
  return (
    <>
      <p>{word('records.delete.kept', { days: preview.data.keptDays })}</p>
      <GoingAlong along={item.along} reason={reason} onReason={onReason} />
    </>
  );
}

/** Says what deleting a record would take along, does it, and offers to take it back. */
export function DeleteDialog({ id, title, list, onClose }: DeleteDialogProps) {
  const word = useRecordWords();
  const { words } = useKit();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(false);
  const preview = useDeletionPreview([id]);
  const act = useAct(deleteRecords, {
    invalidates: ['records.*', 'insights.*'],
    onDone: ({ items }) => (items[0]?.outcome === 'done' ? setDone(true) : void preview.refetch()),
  });
  const press = () => act.press({ body: { ids: [id], ...(reason.trim() ? { reason: reason.trim() } : {}) } });
  const foot = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      {preview.data?.items[0]?.deletable && (
        <Button kind="danger" busy={act.busy} onClick={press}>
          {word('records.delete')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open title={word('records.delete.title', { title })} onClose={onClose} foot={done ? undefined : foot}>
      {done ? (
        <Done id={id} list={list} onClose={onClose} />
      ) : (
        <div className="k-stack">
          <Asked preview={preview} reason={reason} onReason={setReason} />
          <ProblemNotice error={act.error} />
        </div>
      )}
    </Dialog>
  );
}
