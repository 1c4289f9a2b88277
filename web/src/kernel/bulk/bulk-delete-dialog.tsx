import type { BulkChoice } from '@dealtrail/protocol/bulk';
import type { Operation } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { useKit } from '../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../kit/states/index.ts';
import { ProblemNotice, ProblemState } from '../states/index.ts';
import { BulkRefusals } from './bulk-account.tsx';
import { GoingAlong } from './going-along.tsx';
import { type DeleteCourse, type DeletePreview, MOST_DELETED, useBulkDelete } from './use-bulk-delete.ts';
import { useBulkWords } from './words.ts';

interface BulkDeleteDialogProps {
  /** The list they were picked from. */
  readonly list: Operation;
  readonly choice: BulkChoice;
  /** Chapter whose lists are out of date afterwards. */
  readonly chapter: string;
  readonly onClose: () => void;
  /** The picked are gone; what was picked may be let go of. */
  readonly onDone: () => void;
}

/** Deletes picked records: which may go, why others may not, what goes along, and the way back. */
export function BulkDeleteDialog({ list, choice, chapter, onClose, onDone }: BulkDeleteDialogProps) {
  const word = useBulkWords();
  const { words } = useKit();
  // Chosen once: picking other rows meanwhile must not change what is deleted.
  const [chosen] = useState(choice);
  const [reason, setReason] = useState('');
  const { preview, course, busy, error, start, undo } = useBulkDelete(list, chosen, chapter);
  const count = preview.data?.ids.length ?? 0;
  const close = () => {
    if (course) onDone();
    onClose();
  };
  const foot = course ? (
    <>
      {!course.back && course.ids.length > 0 && (
        <Button icon="undo" busy={busy} onClick={undo}>
          {word('bulk.undo')}
        </Button>
      )}
      <Button kind="primary" onClick={close}>
        {word('bulk.close')}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      {count > 0 && (
        <Button kind="danger" busy={busy} onClick={() => start(reason.trim())}>
          {word('bulk.delete.start', { count })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open title={word('bulk.delete.title')} onClose={close} foot={foot}>
      <div className="k-stack">
        {course ? (
          <Course course={course} />
        ) : preview.error ? (
          <ProblemState error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data === undefined ? (
          <Skeleton count={3} />
        ) : (
          <Foreseen preview={preview.data} reason={reason} onReason={setReason} />
        )}
        <ProblemNotice error={error} />
      </div>
    </Dialog>
  );
}

interface ForeseenProps {
  readonly preview: DeletePreview | null;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

function Foreseen({ preview, reason, onReason }: ForeseenProps) {
  const word = useBulkWords();
  if (preview === null) return <Notice tone="soon" title={word('bulk.delete.tooMany', { most: MOST_DELETED })} />;
  const { total, ids, along, keptDays } = preview;
  return (
    <>
      <p>
        {ids.length > 0
          ? word('bulk.delete.preview', { total, count: ids.length, days: keptDays })
          : word('bulk.delete.none', { total })}
      </p>
      <BulkRefusals run={preview.account} />
      {ids.length > 0 && <GoingAlong along={along} reason={reason} onReason={onReason} />}
    </>
  );
}

function Course({ course }: { readonly course: DeleteCourse }) {
  const word = useBulkWords();
  const count = course.ids.length;
  return (
    <>
      <b role="status">{word(course.back ? 'bulk.delete.undone' : 'bulk.delete.done', { count })}</b>
      <BulkRefusals run={course.account} />
    </>
  );
}
