import { importErrors, type ImportView } from '@dealtrail/protocol/imports';
import { Button } from '../../../kit/button/index.ts';
import { formatCount, joined } from '../../../kit/formats/index.ts';
import { ImportCounts } from '../../../kit/import/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useSay } from '../../i18n/index.ts';
import { ProblemNotice } from '../../states/index.ts';
import { useTakeFile } from '../take-file.ts';
import { useTransferWords } from '../words.ts';
import { accountCloses, settledRows } from './import-account.ts';
import '../transfers.css';

/** The first rows that were not taken, and why. */
function Samples({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const say = useSay();
  const { language } = useKit();
  if (job.samples.length === 0) return null;
  return (
    <section>
      <h2 className="transfer-head">{word('import.samples', { count: job.samples.length })}</h2>
      <ul className="transfer-samples k-s13">
        {job.samples.map(({ line, problems }) => (
          <li key={line}>
            <span className="k-t3">{word('import.line', { line })}</span>{' '}
            {joined(problems.map(say), 'clauses', language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ErrorFile({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const file = useTakeFile(importErrors, { params: { id: job.id } }, job.fileName);
  return (
    <div className="k-stack">
      <p>{word('import.errorFile.hint')}</p>
      <div>
        <Button icon="download" busy={file.busy} onClick={() => void file.take()}>
          {word('import.errorFile')}
        </Button>
      </div>
      <ProblemNotice error={file.error} />
    </div>
  );
}

/** Why a run ended before its last row. */
function EndedEarly({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const say = useSay();
  const { language } = useKit();
  if (job.state === 'failed')
    return (
      <Notice tone="late" title={word('import.failed')}>
        {say({ key: job.problem ?? '', params: {} })}
      </Notice>
    );
  if (job.state !== 'cancelled') return null;
  const rows = formatCount(job.rows - settledRows(job), language);
  return (
    <Notice tone="soon" title={word('import.cancelled')}>
      {word('import.cancelled.hint', { rows })}
    </Notice>
  );
}

/** The account of a run: every row is created, merged, a duplicate or rejected. */
export function ImportResult({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const { language } = useKit();
  const count = (value: number) => formatCount(value, language);
  const parts = (['created', 'merged', 'duplicates', 'rejected'] as const).map((key) => ({
    label: word(job.dryRun ? `import.would.${key}` : `import.count.${key}`),
    value: count(job[key]),
    late: key === 'rejected' && job.rejected > 0,
  }));
  const { created, merged, duplicates, rejected, rows } = job;
  return (
    <div className="k-stack">
      <EndedEarly job={job} />
      <ImportCounts counts={[{ label: word('import.count.rows'), value: count(rows) }, ...parts]} />
      {job.state === 'done' && accountCloses(job) && (
        <p className="k-t2">
          {word('import.account', {
            created: count(created),
            merged: count(merged),
            duplicates: count(duplicates),
            rejected: count(rejected),
            rows: count(rows),
          })}
        </p>
      )}
      <Samples job={job} />
      {job.errorFile && <ErrorFile job={job} />}
    </div>
  );
}
