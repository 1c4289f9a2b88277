import { cancelExport, downloadExport, type ExportView, type Transfer } from '@dealtrail/protocol/exports';
import { importErrors, type ImportView } from '@dealtrail/protocol/imports';
import { Button } from '../../kit/button/index.ts';
import { Bar } from '../../kit/card/index.ts';
import { formatCount, Moment } from '../../kit/formats/index.ts';
import { Facts, StateTag, type TagTone } from '../../kit/mark/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { useAct } from '../client/index.ts';
import { useSay, useWords } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ProblemNotice } from '../states/index.ts';
import { ImportLevers } from './import/import-levers.tsx';
import { settledRows, underWay } from './import/import-account.ts';
import { useTakeFile } from './take-file.ts';
import { useTransferWords } from './words.ts';

/** Whether a task goes on by itself. */
export function moves(transfer: Transfer): boolean {
  return transfer.what === 'import' ? underWay(transfer) : transfer.state === 'queued' || transfer.state === 'running';
}

/** Whether the signed-in member ordered a task; acts are theirs alone. */
export function useOwn({ memberId }: Transfer): boolean {
  return memberId === useSession().member.id;
}

const toneOf = (state: Transfer['state']): TagTone =>
  state === 'failed' ? 'late' : state === 'running' ? 'accent' : state === 'paused' ? 'paused' : 'outline';

/** Where a task stands, in a word. */
export function TransferState({ of }: { readonly of: Transfer }) {
  const says = useWords();
  return (
    <StateTag tone={toneOf(of.state)}>
      {of.what === 'import' ? says(`importState.${of.state}`) : says(`exportState.${of.state}`)}
    </StateTag>
  );
}

/** What sort of task it is, when it was ordered, and by whom where it was somebody else. */
export function TransferOrigin({ of }: { readonly of: Transfer }) {
  const word = useTransferWords();
  const own = useOwn(of);
  return (
    <Facts>
      {word(`transfers.${of.what}`)}
      <Moment at={of.createdAt} />
      {!own && word('transfers.by', { name: of.memberName })}
    </Facts>
  );
}

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
  const cancel = useAct(cancelExport, { invalidates: ['transfers.*'] });
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

/** The numbers of a task, and what became of its file. */
export function TransferFacts({ of }: { readonly of: Transfer }) {
  return of.what === 'import' ? <ImportFacts job={of} /> : <ExportFacts job={of} />;
}

/** How far a task has got that goes on by itself, and what ended one early. */
export function TransferCourse({ of }: { readonly of: Transfer }) {
  const word = useTransferWords();
  const say = useSay();
  const count = useCount();
  const done = of.what === 'import' ? settledRows(of) : of.written;
  const progress = word('transfers.progress', { done: count(done), rows: count(of.rows) });
  return (
    <>
      {of.problem !== null && <p className="k-s13">{say({ key: of.problem, params: {} })}</p>}
      {moves(of) && (
        <div className="k-s13" role="status">
          <Bar share={of.rows ? done / of.rows : 0} label={progress} />
          {progress}
        </div>
      )}
    </>
  );
}

/** What the member who ordered a task can do about it. */
export function TransferActs({ of }: { readonly of: Transfer }) {
  if (!useOwn(of)) return null;
  return of.what === 'import' ? <ImportActs job={of} /> : <ExportActs job={of} />;
}
