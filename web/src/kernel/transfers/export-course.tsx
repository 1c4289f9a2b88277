import { downloadExport, type ExportView, getExport } from '@dealtrail/protocol/exports';
import { useEffect, useRef } from 'react';
import { Button } from '../../kit/button/index.ts';
import { Bar } from '../../kit/card/index.ts';
import { formatCount } from '../../kit/formats/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { Notice } from '../../kit/states/index.ts';
import { useOperation } from '../client/index.ts';
import { useSay } from '../i18n/index.ts';
import { Link } from '../routing/index.ts';
import { ProblemNotice } from '../states/index.ts';
import { useTakeFile } from './take-file.ts';
import { useTransferWords } from './words.ts';

/** A file is usually there within a second. */
const EVERY_MS = 600;

const moves = ({ state }: Pick<ExportView, 'state'>): boolean => state === 'queued' || state === 'running';

/** How an export goes; its file is handed over by itself. */
export function ExportCourse({ started, onClose }: { readonly started: ExportView; readonly onClose: () => void }) {
  const word = useTransferWords();
  const say = useSay();
  const { language } = useKit();
  const input = { params: { id: started.id } };
  const found = useOperation(getExport, input, { freshFor: 0 });
  const run = found.data ?? started;
  useOperation(getExport, input, { every: moves(run) && EVERY_MS, enabled: moves(run) });
  const file = useTakeFile(downloadExport, input, run.fileName);
  const handedOver = useRef(false);
  const { take } = file;
  const done = run.state === 'done';
  useEffect(() => {
    if (!done || handedOver.current) return;
    handedOver.current = true;
    void take();
  }, [done, take]);
  const count = (rows: number) => formatCount(rows, language);
  const said = word('export.running', { written: count(run.written), rows: count(run.rows) });
  return (
    <div className="k-stack">
      {moves(run) ? (
        <div className="k-stack" role="status">
          <b>{said}</b>
          <Bar share={run.rows ? run.written / run.rows : 0} label={said} />
          <p className="k-t2 k-s13">{word('export.running.hint')}</p>
        </div>
      ) : done ? (
        <div role="status">
          <b>{word('export.done', { rows: count(run.rows) })}</b>
          <p className="k-t2 k-s13">{word('export.done.hint')}</p>
        </div>
      ) : (
        <Notice tone="late" title={word('export.failed')}>
          {say({ key: run.problem ?? '', params: {} })}
        </Notice>
      )}
      <ProblemNotice error={file.error} />
      <div className="k-form-foot">
        <Link to="/transfers" className="k-grow" onClick={onClose}>
          {word('transfers.all')}
        </Link>
        {done && (
          <Button icon="download" busy={file.busy} onClick={() => void file.take()}>
            {word('transfers.download')}
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          {word('export.close')}
        </Button>
      </div>
    </div>
  );
}
