import { getOrganization, updateOrganization } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { call, useAct } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { sessionRead, useMay } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Conflict, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { useOrganization } from '../settings-queries.ts';

type Organization = Answer<typeof getOrganization>;

function NameForm({ organization }: { readonly organization: Organization }) {
  const word = useSettingsWords();
  const cache = useQueryClient();
  const act = useAct(updateOrganization, { invalidates: ['organization.*'] });
  const edit = useEdit<'name', Organization>({
    names: ['name'],
    began: organization,
    save: ({ name }, version) => act.run({ body: { version, name: String(name ?? '') } }),
    reread: () => call(getOrganization, {}),
    onSaved: () => void cache.invalidateQueries({ queryKey: sessionRead.queryKey }),
  });
  const problem = useProblemWords(edit.clashes ? null : act.error);
  return (
    <>
      {edit.clashes && (
        <Conflict
          differences={edit.clashes.map(({ name, mine, theirs }) => ({
            key: name,
            label: word('settings.organization.name'),
            mine,
            theirs,
          }))}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <FormFrame<{ name: string }>
        key={organization.version}
        label={word('settings.place.organization')}
        initial={{ name: organization.name }}
        problem={problem}
        onSubmit={({ name }) => edit.submit({ name: name.trim() })}
      >
        <Field name="name" label={word('settings.organization.name')} required>
          <Input maxLength={120} />
        </Field>
      </FormFrame>
    </>
  );
}

/** The organisation: its name, its zone and its currency. */
export function OrganizationSettings() {
  const word = useSettingsWords();
  const may = useMay();
  const found = useOrganization();
  const organization = found.data;
  if (!organization)
    return (
      <SettingsFrame here="organization">
        {found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton count={3} />
        )}
      </SettingsFrame>
    );
  const manages = may('organization.manage');
  return (
    <SettingsFrame here="organization">
      <div className="settings-box k-stack">
        {manages && <NameForm organization={organization} />}
        <FieldList
          fields={[
            manages ? null : [word('settings.organization.name'), organization.name],
            [word('settings.organization.zone'), organization.zone],
            [word('settings.organization.currency'), organization.currency],
          ]}
        />
      </div>
    </SettingsFrame>
  );
}
