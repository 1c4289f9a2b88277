import { getImport, type ImportView } from '@dealtrail/protocol/imports';
import type { Operation } from '@dealtrail/protocol/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { Bar } from '../../../kit/card/index.ts';
import { formatCount, joined } from '../../../kit/formats/index.ts';
import { FileDrop, ImportProgress, type ImportTarget, ImportWizard, MappingTable } from '../../../kit/import/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useOperation } from '../../client/index.ts';
import { Link, useAddressSearch } from '../../routing/index.ts';
import { ProblemNotice, ProblemState } from '../../states/index.ts';
import { useTransferWords } from '../words.ts';
import { isOver, settledRows, underWay } from './import-account.ts';
import { ImportLevers } from './import-levers.tsx';
import { ImportResult } from './import-result.tsx';
import { PasteCells } from './paste-cells.tsx';
import { ReadingChoices, RememberedMapping } from './reading-choices.tsx';
import { type ImportDraft, useImportDraft } from './use-import-draft.ts';
import '../transfers.css';

/** A running import is asked about this often, a waiting one too. */
const EVERY_MS = 1_000;

/** What a chapter says of its kind of import. */
interface Imported {
  readonly peek: Operation;
  readonly start: Operation;
  readonly targets: readonly ImportTarget[];
  /** What is still missing from a mapping, in words; undefined when rows can be made of it. */
  readonly missing: (mapping: Readonly<Record<string, string>>) => string | undefined;
  /** Chapter whose reads are out of date afterwards. */
  readonly chapter: string;
  /** The way on from a finished run, to what it has imported; buttons. */
  readonly Onward: ComponentType<{ readonly job: ImportView }>;
}

function useImport(id: string) {
  const input = { params: { id } };
  const first = useOperation(getImport, input);
  const moves = first.data ? underWay(first.data) : false;
  useOperation(getImport, input, { enabled: moves, every: moves && EVERY_MS });
  return first;
}

/** An import that waits for its importer: where it stands, and that nothing is lost. */
function Paused({ job }: { readonly job: ImportView }) {
  const word = useTransferWords();
  const { language } = useKit();
  const done = settledRows(job);
  const figures = { done: formatCount(done, language), rows: formatCount(job.rows, language) };
  const said = word('import.paused', figures);
  return (
    <div className="k-stack" role="status">
      <b>{said}</b>
      <Bar share={job.rows ? done / job.rows : 0} label={said} />
      <p className="k-t2">{word('import.paused.hint')}</p>
    </div>
  );
}

/** An import that runs or has run, by its id: progress, then the account. */
function Run({ id, of, onAnother }: { readonly id: string; readonly of: Imported; readonly onAnother: () => void }) {
  const { words } = useKit();
  const cache = useQueryClient();
  const found = useImport(id);
  const job = found.data;
  const over = job ? isOver(job) : false;
  useEffect(() => {
    if (!over) return;
    void cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${of.chapter}.`) });
  }, [over, cache, of.chapter]);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!job) return <Skeleton count={4} />;
  if (!over)
    return (
      <ImportWizard step={3} foot={<ImportLevers job={job} />}>
        <h2 className="transfer-head">{job.fileName}</h2>
        {underWay(job) ? <ImportProgress done={settledRows(job)} total={job.rows} /> : <Paused job={job} />}
      </ImportWizard>
    );
  return (
    <ImportWizard
      step={4}
      foot={
        <>
          <Button onClick={onAnother}>{words.importing.another}</Button>
          <of.Onward job={job} />
        </>
      }
    >
      <h2 className="transfer-head">{job.fileName}</h2>
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
  const word = useTransferWords();
  const { words } = useKit();
  const job = useImport(id).data;
  const ready = job?.state === 'done';
  const start = () => {
    // A refusal is said above the buttons.
    draft.start().then(onStarted, () => undefined);
  };
  const foot = (
    <>
      <Button onClick={draft.backToMapping}>{word('import.back')}</Button>
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
          <p>{word('import.trial')}</p>
          <ImportResult job={job} />
        </>
      )}
      <ProblemNotice error={draft.error} />
    </ImportWizard>
  );
}

/** The sheet: a file, or cells pasted from a spreadsheet. */
function Sheet({ draft }: { readonly draft: ImportDraft }) {
  const word = useTransferWords();
  const { language } = useKit();
  const [search] = useAddressSearch();
  const [pasting, setPasting] = useState(search['paste'] !== undefined);
  return (
    <ImportWizard step={0}>
      <div className="k-stack">
        {pasting ? (
          <PasteCells onCells={draft.paste} />
        ) : (
          <FileDrop
            accept=".csv,.xlsx,.tsv,.txt"
            kinds={joined(['CSV', 'XLSX'], 'names', language)}
            size="20 MB"
            file={draft.file}
            onFile={draft.choose}
          />
        )}
        <div>
          <Button kind="link" onClick={() => setPasting(!pasting)}>
            {word(pasting ? 'import.orFile' : 'import.orPaste')}
          </Button>
        </div>
        {draft.busy && <Skeleton count={3} />}
        <ProblemNotice error={draft.error} />
      </div>
    </ImportWizard>
  );
}

/** Which column is which field, and how the sheet is read. Nothing is sent for good before the trial run was seen. */
function Columns({ draft, of }: { readonly draft: ImportDraft; readonly of: Imported }) {
  const word = useTransferWords();
  const { language } = useKit();
  const { peeked, file } = draft;
  if (!peeked) return null;
  const missing = of.missing(draft.mapping);
  const columns = peeked.header.map((header, at) => ({ header, samples: peeked.rows.map((row) => row[at] ?? '') }));
  const mapped = Object.keys(draft.mapping).length;
  return (
    <ImportWizard
      step={1}
      foot={
        <Button kind="primary" disabled={missing !== undefined} busy={draft.busy} onClick={draft.tryOut}>
          {word('import.tryOut')}
        </Button>
      }
    >
      <div className="k-stack">
        <FileDrop
          accept=".csv,.xlsx,.tsv,.txt"
          kinds={joined(['CSV', 'XLSX'], 'names', language)}
          size="20 MB"
          file={file}
          onFile={draft.choose}
        />
        <ReadingChoices draft={draft} />
        <RememberedMapping draft={draft} />
        <p className="k-t2">
          {word('import.mapped', { mapped, columns: columns.length })}
          {peeked.encoding && ` ${word('import.encoding', { encoding: peeked.encoding.toUpperCase() })}`}
        </p>
        {missing !== undefined && <Notice tone="soon" title={missing} />}
        <div className="transfer-scroll">
          <MappingTable columns={columns} targets={of.targets} value={draft.mapping} onChange={draft.map} />
        </div>
        <ProblemNotice error={draft.error} />
      </div>
    </ImportWizard>
  );
}

/** Importing rows of one kind: sheet, mapping, trial run, progress, account. The address keeps the run. */
export function ImportFlow(of: Imported) {
  const word = useTransferWords();
  const [search, change] = useAddressSearch();
  const draft = useImportDraft(of.peek, of.start);
  const run = search['id'];
  const another = () => {
    draft.choose(undefined);
    change({ id: undefined }, false);
  };
  return (
    <div className="k-stack">
      {run ? (
        <Run key={run} id={run} of={of} onAnother={another} />
      ) : draft.trial ? (
        <Trial key={draft.trial} id={draft.trial} draft={draft} onStarted={(id) => change({ id }, false)} />
      ) : draft.peeked ? (
        <Columns draft={draft} of={of} />
      ) : (
        <Sheet draft={draft} />
      )}
      <div>
        <Link to="/transfers">{word('transfers.all')}</Link>
      </div>
    </div>
  );
}
