import type { ImportView } from '@dealtrail/protocol/imports';
import { getImport, importErrors } from '@dealtrail/protocol/imports';
import { MemberImportField, memberTemplate } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { fetchFile, ProblemError, saveFile, useOperation } from '../../../kernel/client/index.ts';
import { useSay, useWords } from '../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { formatCount, joined } from '../../../kit/formats/index.ts';
import { ImportCounts, MappingTable } from '../../../kit/import/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import type { MemberImportDraft } from './use-member-import.ts';

/** While a job will still change by itself it is asked again this often. */
const ASK_MS = 700;

/** Whether a job will still change by itself. */
export function underWay({ state }: Pick<ImportView, 'state'>): boolean {
  return state === 'queued' || state === 'running' || state === 'paused';
}

/** An import by its id, asked again until it has ended. */
export function useMemberRun(id: string) {
  const [every, setEvery] = useState<number | false>(ASK_MS);
  const found = useOperation(getImport, { params: { id } }, { every });
  if (found.data && !underWay(found.data) && every !== false) setEvery(false);
  return found;
}

/** Fetches a file the server makes and hands it to the browser. */
function useDownload(fetching: () => ReturnType<typeof fetchFile>, otherwise: string) {
  const [error, setError] = useState<ProblemError | null>(null);
  const press = () => {
    setError(null);
    fetching().then(
      ({ blob, name }) => saveFile(blob, name ?? otherwise),
      (failed: unknown) => setError(failed instanceof ProblemError ? failed : null),
    );
  };
  return { press, error };
}

/** The workbook with the columns an import of members knows. */
export function TemplateButton() {
  const word = useSettingsWords();
  const { press, error } = useDownload(() => fetchFile(memberTemplate, {}), 'members.xlsx');
  return (
    <>
      <Button icon="download" onClick={press}>
        {word('members.import.template')}
      </Button>
      <ProblemNotice error={error} />
    </>
  );
}

/** Which column of the file is which fact of a member. */
export function MemberMapping({ draft }: { readonly draft: MemberImportDraft }) {
  const word = useSettingsWords();
  const label = useWords();
  const { peeked } = draft;
  if (!peeked) return null;
  const targets = MemberImportField.options.map((key) => ({
    key,
    label: label(`organization.importField.${key}`),
    required: key === 'name' || key === 'email',
  }));
  const columns = peeked.header.map((header, at) => ({ header, samples: peeked.rows.map((row) => row[at] ?? '') }));
  return (
    <div className="k-stack">
      <p className="k-t2">
        {word('members.import.mapped', { mapped: Object.keys(draft.mapping).length, columns: columns.length })}
      </p>
      {!mappingIsWhole(draft) && <Notice tone="soon" title={word('members.import.needed')} />}
      <div className="settings-scroll">
        <MappingTable columns={columns} targets={targets} value={draft.mapping} onChange={draft.map} />
      </div>
    </div>
  );
}

/** Whether name and address are mapped; without them nobody can be entered. */
export function mappingIsWhole({ mapping }: Pick<MemberImportDraft, 'mapping'>): boolean {
  const fields = Object.values(mapping);
  return fields.includes('name') && fields.includes('email');
}

function Samples({ job }: { readonly job: ImportView }) {
  const word = useSettingsWords();
  const say = useSay();
  const { language } = useKit();
  if (job.samples.length === 0) return null;
  return (
    <section>
      <h2 className="settings-part">{word('members.import.samples', { count: job.samples.length })}</h2>
      <ul className="k-s13">
        {job.samples.map(({ line, problems }) => (
          <li key={line}>
            <span className="k-t3">{word('members.import.line', { line })}</span>{' '}
            {joined(problems.map(say), 'clauses', language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The account of an import: every row in one of four figures, and the file of those that were not taken. */
export function MemberAccount({ job }: { readonly job: ImportView }) {
  const word = useSettingsWords();
  const say = useSay();
  const { language } = useKit();
  const errors = useDownload(() => fetchFile(importErrors, { params: { id: job.id } }), 'errors.csv');
  const figure = (name: 'created' | 'merged' | 'duplicates' | 'rejected') => ({
    label: word(`members.import.${name}`),
    value: formatCount(job[name], language),
    late: name === 'rejected' && job.rejected > 0,
  });
  return (
    <div className="k-stack">
      {job.state === 'failed' && (
        <Notice tone="late" title={word('members.import.failed')}>
          {job.problem && say({ key: job.problem, params: {} })}
        </Notice>
      )}
      <ImportCounts counts={(['created', 'merged', 'duplicates', 'rejected'] as const).map(figure)} />
      <Samples job={job} />
      {job.errorFile && (
        <div>
          <Button icon="download" onClick={errors.press}>
            {word('members.import.errors')}
          </Button>
        </div>
      )}
      <ProblemNotice error={errors.error} />
    </div>
  );
}
