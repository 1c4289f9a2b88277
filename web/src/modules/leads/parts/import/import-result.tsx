import type { ImportView } from '@dealtrail/protocol/imports';
import { importErrors } from '@dealtrail/protocol/imports';
import { useState } from 'react';
import { fetchFile, ProblemError, saveFile } from '../../../../kernel/client/index.ts';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { formatCount, joined } from '../../../../kit/formats/index.ts';
import { ImportCounts } from '../../../../kit/import/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { Notice } from '../../../../kit/states/index.ts';
import { accountCloses } from '../../import-account.ts';
import { useLeadWords } from '../words.ts';

/** The first rows that were not taken, and why. */
function Samples({ job }: { readonly job: ImportView }) {
  const word = useLeadWords();
  const say = useSay();
  const { language } = useKit();
  if (job.samples.length === 0) return null;
  return (
    <section>
      <h2 className="lead-part">{word('leads.import.samples', { count: job.samples.length })}</h2>
      <ul className="lead-samples k-s13">
        {job.samples.map(({ line, problems }) => (
          <li key={line}>
            <span className="k-t3">{word('leads.import.line', { line })}</span>{' '}
            {joined(problems.map(say), 'clauses', language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ErrorFile({ job }: { readonly job: ImportView }) {
  const word = useLeadWords();
  const [error, setError] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    setError(null);
    try {
      const { blob, name } = await fetchFile(importErrors, { params: { id: job.id } });
      saveFile(blob, name ?? job.fileName);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="k-stack">
      <p>{word('leads.import.errorFile.hint')}</p>
      <div>
        <Button icon="download" busy={busy} onClick={() => void download()}>
          {word('leads.import.errorFile')}
        </Button>
      </div>
      <ProblemNotice error={error} />
    </div>
  );
}

/** The account of a run: every row is created, merged, a duplicate or rejected. */
export function ImportResult({ job }: { readonly job: ImportView }) {
  const word = useLeadWords();
  const say = useSay();
  const { language } = useKit();
  const count = (value: number) => formatCount(value, language);
  const parts = (['created', 'merged', 'duplicates', 'rejected'] as const).map((key) => ({
    label: word(job.dryRun ? `leads.import.would.${key}` : `leads.import.count.${key}`),
    value: count(job[key]),
    late: key === 'rejected' && job.rejected > 0,
  }));
  return (
    <div className="k-stack">
      {job.state === 'failed' && (
        <Notice tone="late" title={word('leads.import.failed')}>
          {say({ key: job.problem ?? '', params: {} })}
        </Notice>
      )}
      <ImportCounts counts={[{ label: word('leads.import.count.rows'), value: count(job.rows) }, ...parts]} />
      {job.state === 'done' && accountCloses(job) && (
        <p className="k-t2">
          {word('leads.import.account', {
            created: count(job.created),
            merged: count(job.merged),
            duplicates: count(job.duplicates),
            rejected: count(job.rejected),
            rows: count(job.rows),
          })}
        </p>
      )}
      <Samples job={job} />
      {job.errorFile && <ErrorFile job={job} />}
    </div>
  );
}
