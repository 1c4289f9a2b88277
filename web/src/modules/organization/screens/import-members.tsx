import type { ImportView } from '@dealtrail/protocol/imports';
import { MemberImportField, memberTemplate, peekMembers, startMembers } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { ImportFlow, useTakeFile } from '../../../kernel/transfers/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { LinksDialog } from '../members/links-dialog.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';

/** Without these nobody can be entered. */
const needed: readonly string[] = ['name', 'email'];

/** The workbook with the columns an import of members knows. */
function Template() {
  const word = useSettingsWords();
  const { busy, error, take } = useTakeFile(memberTemplate, {}, 'members.xlsx');
  return (
    <>
      <Button icon="download" busy={busy} onClick={() => void take()}>
        {word('members.import.template')}
      </Button>
      <ProblemNotice error={error} />
    </>
  );
}

/** The way on from an import: the links to hand out, where somebody was entered, and the members. */
function Onward({ job }: { readonly job: ImportView }) {
  const word = useSettingsWords();
  const go = useGo();
  const [links, setLinks] = useState(false);
  return (
    <>
      {job.created > 0 && (
        <Button icon="link" onClick={() => setLinks(true)}>
          {word('members.links')}
        </Button>
      )}
      <Button kind="primary" onClick={() => go('/settings/members')}>
        {word('members.import.see')}
      </Button>
      {links && <LinksDialog onClose={() => setLinks(false)} />}
    </>
  );
}

/** Importing members from a file or from pasted cells. */
export function ImportMembers() {
  const word = useSettingsWords();
  const label = useWords();
  const targets = MemberImportField.options.map((key) => ({
    key,
    label: label(`organization.importField.${key}`),
    required: needed.includes(key),
  }));
  const missing = (mapping: Readonly<Record<string, string>>) => {
    const mapped = Object.values(mapping);
    return needed.every((key) => mapped.includes(key)) ? undefined : word('members.import.needed');
  };
  return (
    <SettingsFrame here="members" note={word('members.import.note')} actions={<Template />}>
      <ImportFlow
        peek={peekMembers}
        start={startMembers}
        chapter="organization"
        targets={targets}
        missing={missing}
        Onward={Onward}
      />
    </SettingsFrame>
  );
}
