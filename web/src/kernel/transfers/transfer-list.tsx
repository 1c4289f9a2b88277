import {
  cancelExport,
  downloadExport,
  type ExportView,
  listTransfers,
  type Transfer,
} from '@dealtrail/protocol/exports';
import { importErrors, type ImportView } from '@dealtrail/protocol/imports';
import { useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { Bar } from '../../kit/card/index.ts';
import { formatCount, Moment } from '../../kit/formats/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { Facts, StateTag, type TagTone } from '../../kit/mark/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../kit/states/index.ts';
import { useAct, useOperation } from '../client/index.ts';
import { useSay, useWords } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ProblemNotice, ProblemState } from '../states/index.ts';
import { ImportLevers } from './import/import-levers.tsx';
import { settledRows, underWay } from './import/import-account.ts';
import { useTakeFile } from './take-file.ts';
import { useTransferWords } from './words.ts';
import './transfers.css';

/** While something runs the list is asked for this often. */
const EVERY_MS = 1_500;

const toneOf = (state: Transfer['state']): TagTone =>
  state === 'failed' ? 'late' : state === 'running' ? 'accent' : state === 'paused' ? 'paused' : 'outline';

const moves = (line: Transfer): boolean =>
  line.what === 'import' ? underWay(line) : line.state === 'queued' || line.state === 'running';

function useCount() {
  const { language } = useKit();
  return (rows: number) => formatCount(rows, language);
}

function ImportFacts({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const count = useCount();
  const done = settledRows(job);
  const { created, merged, duplicates, rejected } = job;
  return (
    <Facts>
      {word('transfers.rows', { rows: count(job.rows) })}
      {word('transfers.count', {
        created: count(created),
        merged: count(merged),
        duplicates: count(duplicates),
        rejected: count(rejected),
      })}
      {job.finishedAt !== null && done < job.rows && word('transfers.untouched', { rows: count(job.rows - done) })}
    </Facts>
  );
}

function ExportFacts({ job }: { readonly job: ExportView }) {
  const word = useTransferWords();
  const count = useCount();
  return (
    <Facts>
      {word('transfers.rows', { rows: count(job.rows) })}
      {word('transfers.columns', { count: count(job.columns.length) })}
      {job.clear ? word('transfers.clear', { reason: job.reason ?? '' }) : word('transfers.masked')}
      {job.downloads > 0 && word('transfers.downloads', { count: count(job.downloads) })}
      {job.expiresAt !== null && <Kept until={job.expiresAt} />}
    </Facts>
  );
}

function Kept({ until }: { readonly until: string }) {
  const word = useTransferWords();
  const [before = '', after = ''] = word('transfers.until', { day: '\u0000' }).split('\u0000');
  return (
    <span>
      {before}
      <Moment at={until} />
      {after}
    </span>
  );
}

function ExportActs({ job }: { readonly job: ExportView }) {
  const word = useTransferWords();
  const input = { params: { id: job.id } };
  const file = useTakeFile(downloadExport, input, job.fileName);
  const cancel = useAct(cancelExport, { invalidates: [listTransfers] });
  return (
    <>
      {job.state === 'done' && (
        <Button small icon="download" busy={file.busy} onClick={() => void file.take()}>
          {word('transfers.download')}
        </Button>
      )}
      {(job.state === 'queued' || job.state === 'running') && (
        <Button small busy={cancel.busy} onClick={() => cancel.press(input)}>
          {word('transfers.cancel')}
        </Button>
      )}
      <ProblemNotice error={file.error ?? cancel.error} />
    </>
  );
}

function ImportActs({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const file = useTakeFile(importErrors, { params: { id: job.id } }, job.fileName);
  return (
    <>
      <ImportLevers job={job} small />
      {job.errorFile && job.finishedAt !== null && (
        <Button small icon="download" busy={file.busy} onClick={() => void file.take()}>
          {word('transfers.errors')}
        </Button>
      )}
      <ProblemNotice error={file.error} />
    </>
  );
}

function Line({ line }: { readonly line: Transfer }) {
  const word = useTransferWords();
  const says = useWords();
  const say = useSay();
  const count = useCount();
  const { member } = useSession();
  const own = line.memberId === member.id;
  const done = line.what === 'import' ? settledRows(line) : line.written;
  const progress = word('transfers.progress', { done: count(done), rows: count(line.rows) });
  return (
    <li>
      <Icon name={line.what === 'import' ? 'upload' : 'download'} />
      <div className="body">
        <div className="k-row k-wrap">
          <b>{line.fileName}</b>
          <StateTag tone={toneOf(line.state)}>
            {line.what === 'import' ? says(`importState.${line.state}`) : says(`exportState.${line.state}`)}
          </StateTag>
        </div>
        <div className="k-s13 k-t2">
          <Facts>
            {word(`transfers.${line.what}`)}
            <Moment at={line.createdAt} />
            {!own && word('transfers.by', { name: line.memberName })}
          </Facts>
        </div>
        <div className="k-s13 k-t2">
          {line.what === 'import' ? <ImportFacts job={line} /> : <ExportFacts job={line} />}
        </div>
        {line.problem !== null && <p className="k-s13">{say({ key: line.problem, params: {} })}</p>}
        {moves(line) && (
          <div className="k-s13" role="status">
            <Bar share={line.rows ? done / line.rows : 0} label={progress} />
            {progress}
          </div>
        )}
      </div>
      {own && (
        <div className="acts">{line.what === 'import' ? <ImportActs job={line} /> : <ExportActs job={line} />}</div>
      )}
    </li>
  );
}

/** Imports and exports, newest first, with what can be done about them; it follows what runs. */
export function TransferList({ whose }: { readonly whose: 'mine' | 'everyone' }) {
  const word = useTransferWords();
  const [older, setOlder] = useState<readonly string[]>([]);
  const input = { query: { whose } };
  const first = useOperation(listTransfers, input, { freshFor: 0 });
  const running = first.data?.items.some(moves) ?? false;
  useOperation(listTransfers, input, { enabled: running, every: running && EVERY_MS });
  if (first.isError) return <ProblemState error={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return <Skeleton count={4} />;
  const { items, nextCursor } = first.data;
  if (items.length === 0)
    return <Empty icon="upload" title={word('transfers.empty')} hint={word('transfers.empty.hint')} />;
  return (
    <div className="k-stack">
      <ul className="k-card transfer-list">
        {items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {older.map((cursor) => (
          <Older key={cursor} whose={whose} cursor={cursor} onMore={(next) => setOlder([...older, next])} />
        ))}
      </ul>
      {nextCursor !== null && older.length === 0 && (
        <div>
          <Button onClick={() => setOlder([nextCursor])}>{word('transfers.more')}</Button>
        </div>
      )}
    </div>
  );
}

function Older(page: {
  readonly whose: 'mine' | 'everyone';
  readonly cursor: string;
  readonly onMore: (cursor: string) => void;
}) {
  const word = useTransferWords();
  const [asked, setAsked] = useState(false);
  const found = useOperation(listTransfers, { query: { whose: page.whose, cursor: page.cursor } });
  const next = found.data?.nextCursor ?? null;
  return (
    <>
      {found.data?.items.map((line) => (
        <Line key={line.id} line={line} />
      ))}
      {next !== null && !asked && (
        <li>
          <Button
            onClick={() => {
              setAsked(true);
              page.onMore(next);
            }}
          >
            {word('transfers.more')}
          </Button>
        </li>
      )}
    </>
  );
}
