import { cancelImport, type ImportView, pauseImport, resumeImport } from '@dealtrail/protocol/imports';
import { useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useAct } from '../../client/index.ts';
import { ProblemNotice } from '../../states/index.ts';
import { useTransferWords } from '../words.ts';
import { isOver, settledRows, underWay } from './import-account.ts';

const stale = { invalidates: ['transfers.*', 'imports.*'] } as const;

/** Pause, resume and cancel of an own import that has not ended. */
export function ImportLevers({ job, small = false }: { readonly job: ImportView; readonly small?: boolean }) {
  const word = useTransferWords();
  const { language } = useKit();
  const [asking, setAsking] = useState(false);
  const pause = useAct(pauseImport, stale);
  const resume = useAct(resumeImport, stale);
  const cancel = useAct(cancelImport, { ...stale, onDone: () => setAsking(false) });
  const input = { params: { id: job.id } };
  if (isOver(job)) return null;
  const done = settledRows(job);
  const count = (rows: number) => formatCount(rows, language);
  return (
    <>
      {underWay(job) ? (
        <Button small={small} icon="pause" busy={pause.busy} onClick={() => pause.press(input)}>
          {word('transfers.pause')}
        </Button>
      ) : (
        <Button small={small} kind="accent" busy={resume.busy} onClick={() => resume.press(input)}>
          {word('transfers.resume')}
        </Button>
      )}
      <Button small={small} onClick={() => setAsking(true)}>
        {word('transfers.cancel')}
      </Button>
      <ProblemNotice error={pause.error ?? resume.error} />
      <Dialog
        open={asking}
        title={word('transfers.cancel.title')}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{word('transfers.cancel.not')}</Button>
            <Button kind="danger" busy={cancel.busy} onClick={() => cancel.press(input)}>
              {word('transfers.cancel.sure')}
            </Button>
          </>
        }
      >
        <p>{word('transfers.cancel.hint', { done: count(done), left: count(job.rows - done) })}</p>
        <ProblemNotice error={cancel.error} />
      </Dialog>
    </>
  );
}
