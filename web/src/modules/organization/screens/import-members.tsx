import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FileDrop, ImportProgress, ImportWizard } from '../../../kit/import/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import {
  mappingIsWhole,
  MemberAccount,
  MemberMapping,
  TemplateButton,
  underWay,
  useMemberRun,
} from '../members/import-steps.tsx';
import { LinksDialog } from '../members/links-dialog.tsx';
import { type MemberImportDraft, useMemberImport } from '../members/use-member-import.ts';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';

const settled = (job: { created: number; merged: number; duplicates: number; rejected: number }): number =>
  job.created + job.merged + job.duplicates + job.rejected;

/** An import that runs or has run: progress, then the account and the links to hand out. */
function Run({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) {
  const word = useSettingsWords();
  const { words } = useKit();
  const go = useGo();
  const cache = useQueryClient();
  const [links, setLinks] = useState(false);
  const found = useMemberRun(id);
  const job = found.data;
  const over = job ? !underWay(job) : false;
  useEffect(() => {
    if (over)
      void cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('organization.') });
  }, [over, cache]);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!job) return <Skeleton count={4} />;
  if (!over)
    return (
      <ImportWizard step={3}>
        <h2 className="settings-part">{job.fileName}</h2>
        <ImportProgress done={settled(job)} total={job.rows} />
      </ImportWizard>
    );
  const foot = (
    <>
      <Button onClick={onAnother}>{words.importing.another}</Button>
      {job.created > 0 && (
        <Button icon="link" onClick={() => setLinks(true)}>
          {word('members.links')}
        </Button>
      )}
      <Button kind="primary" onClick={() => go('/settings/members')}>
        {word('members.import.see')}
      </Button>
    </>
  );
  return (
    <ImportWizard step={4} foot={foot}>
      <h2 className="settings-part">{job.fileName}</h2>
      <MemberAccount job={job} />
      {links && <LinksDialog onClose={() => setLinks(false)} />}
    </ImportWizard>
  );
}

/** The trial run: what the import would do, before it does it. */
function Trial({ id, draft, onStarted }: { id: string; draft: MemberImportDraft; onStarted: (id: string) => void }) {
  const word = useSettingsWords();
  const { words } = useKit();
  const job = useMemberRun(id).data;
  const ready = job?.state === 'done' && job.created + job.merged > 0;
  // A refusal is said above the buttons.
  const start = () => void draft.start().then(onStarted, () => undefined);
  const foot = (
    <>
      <Button onClick={draft.backToMapping}>{word('members.import.back')}</Button>
      <Button kind="primary" disabled={!ready} busy={draft.busy} onClick={start}>
        {words.importing.start}
      </Button>
    </>
  );
  return (
    <ImportWizard step={2} foot={foot}>
      {!job ? (
        <Skeleton count={4} />
      ) : underWay(job) ? (
        <ImportProgress done={settled(job)} total={job.rows} />
      ) : (
        <>
          <p className="k-t2">{word('members.import.trial')}</p>
          <MemberAccount job={job} />
        </>
      )}
      <ProblemNotice error={draft.error} />
    </ImportWizard>
  );
}

/** File and mapping: nothing is sent for good before the trial run was seen. */
function Prepare({ draft }: { readonly draft: MemberImportDraft }) {
  const word = useSettingsWords();
  const foot = draft.peeked && (
    <Button kind="primary" disabled={!mappingIsWhole(draft)} busy={draft.busy} onClick={draft.tryOut}>
      {word('members.import.tryOut')}
    </Button>
  );
  return (
    <ImportWizard step={draft.peeked ? 1 : 0} {...(foot ? { foot } : {})}>
      <div className="k-stack">
        <FileDrop accept=".csv,.xlsx" kinds="CSV、XLSX" size="20 MB" file={draft.file} onFile={draft.choose} />
        {draft.peeked ? <MemberMapping draft={draft} /> : draft.busy && <Skeleton count={3} />}
        <ProblemNotice error={draft.error} />
      </div>
    </ImportWizard>
  );
}

/** Importing members from a file: template, file, mapping, trial run, progress, account, links. */
export function ImportMembers() {
  const word = useSettingsWords();
  const [search, change] = useAddressSearch();
  const draft = useMemberImport();
  const run = search['run'];
  const another = () => {
    draft.choose(undefined);
    change({ run: undefined }, false);
  };
  return (
    <SettingsFrame here="members" note={word('members.import.note')} actions={<TemplateButton />}>
      {run ? (
        <Run key={run} id={run} onAnother={another} />
      ) : draft.trial ? (
        <Trial key={draft.trial} id={draft.trial} draft={draft} onStarted={(id) => change({ run: id }, false)} />
      ) : (
        <Prepare draft={draft} />
      )}
    </SettingsFrame>
  );
}
