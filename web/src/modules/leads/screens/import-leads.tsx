import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FileDrop, ImportProgress, ImportWizard } from '../../../kit/import/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { type ImportDraft, useImportDraft } from '../actions/use-import.ts';
import { namesLeads, settledRows, underWay } from '../import-account.ts';
import { ImportMapping } from '../parts/import/import-mapping.tsx';
import { ImportResult } from '../parts/import/import-result.tsx';
import { useLeadWords } from '../parts/words.ts';
import { useImport } from '../queries.ts';
import '../parts/leads.css';

/** An import that runs or has run, by its id: progress, then the account. */
function Run({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) {
  const word = useLeadWords();
  const { words } = useKit();
  const go = useGo();
  const cache = useQueryClient();
  const found = useImport(id);
  const over = found.data ? !underWay(found.data) : false;
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: ['leads.list'] });
  }, [over, cache]);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  const job = found.data;
  if (!job) return <Skeleton count={4} />;
  if (!over)
    return (
      <ImportWizard step={3}>
        <h2 className="lead-part">{job.fileName}</h2>
        <ImportProgress done={settledRows(job)} total={job.rows} />
      </ImportWizard>
    );
  const foot = (
    <>
      <Button onClick={onAnother}>{words.importing.another}</Button>
      <Button kind="primary" onClick={() => go('/leads?view=all')}>
        {word('leads.import.see')}
      </Button>
    </>
  );
  return (
    <ImportWizard step={4} foot={foot}>
      <h2 className="lead-part">{job.fileName}</h2>
      <ImportResult job={job} />
    </ImportWizard>
  );
}

/** The trial run: what the import would do, before it does it. */
function Trial({
  id,
  draft,
  onStarted,
}: {
  readonly id: string;
  readonly draft: ImportDraft;
  readonly onStarted: (id: string) => void;
}) {
  const word = useLeadWords();
  const { words } = useKit();
  const job = useImport(id).data;
  const ready = job?.state === 'done';
  const start = () => {
    // A refusal is said above the buttons.
    draft.start().then(onStarted, () => undefined);
  };
  const foot = (
    <>
      <Button onClick={draft.backToMapping}>{word('leads.import.back')}</Button>
      <Button kind="primary" disabled={!ready || job.created + job.merged === 0} busy={draft.busy} onClick={start}>
        {words.importing.start}
      </Button>
    </>
  );
  return (
    <ImportWizard step={2} foot={foot}>
      {!job ? (
        <Skeleton count={4} />
      ) : underWay(job) ? (
        <ImportProgress done={settledRows(job)} total={job.rows} />
      ) : (
        <>
          <p className="lead-dialog-note">{word('leads.import.trial')}</p>
          <ImportResult job={job} />
        </>
      )}
      <ProblemNotice error={draft.error} />
    </ImportWizard>
  );
}

/** File and mapping: nothing is sent for good before the trial run was seen. */
function Prepare({ draft }: { readonly draft: ImportDraft }) {
  const word = useLeadWords();
  const drop = <FileDrop accept=".csv,.xlsx" kinds="CSV、XLSX" size="20 MB" file={draft.file} onFile={draft.choose} />;
  if (!draft.peeked)
    return (
      <ImportWizard step={0}>
        <div className="k-stack">
          {drop}
          {draft.busy && <Skeleton count={3} />}
          <ProblemNotice error={draft.error} />
        </div>
      </ImportWizard>
    );
  const foot = (
    <Button kind="primary" disabled={!namesLeads(draft.mapping)} busy={draft.busy} onClick={draft.tryOut}>
      {word('leads.import.tryOut')}
    </Button>
  );
  return (
    <ImportWizard step={1} foot={foot}>
      <div className="k-stack">
        {drop}
        <ImportMapping draft={draft} />
        <ProblemNotice error={draft.error} />
      </div>
    </ImportWizard>
  );
}

/** Importing leads from a file: file, mapping, trial run, progress, account. */
export function ImportLeads() {
  const word = useLeadWords();
  const [search, change] = useAddressSearch();
  const draft = useImportDraft();
  const run = search['id'];
  const another = () => {
    draft.choose(undefined);
    change({ id: undefined }, false);
  };
  return (
    <Page title={word('leads.import.title')}>
      <div className="k-stack">
        {run ? (
          <Run key={run} id={run} onAnother={another} />
        ) : draft.trial ? (
          <Trial key={draft.trial} id={draft.trial} draft={draft} onStarted={(id) => change({ id }, false)} />
        ) : (
          <Prepare draft={draft} />
        )}
      </div>
    </Page>
  );
}
