import { getOrganization, updateOrganization } from '@dealtrail/protocol/organization';
import { type Answer, Currency } from '@dealtrail/protocol/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { call, useAct } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { sessionRead, useMay } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Conflict, Skeleton } from '../../../kit/states/index.ts';
import { NumberPatterns } from '../parts/number-patterns.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { useOrganization } from '../settings-queries.ts';

type Organization = Answer<typeof getOrganization>;
type Typed = Pick<Organization, 'name' | 'zone' | 'currency' | 'locale'>;

const names = ['name', 'zone', 'currency', 'locale'] as const;

/** The zones this browser knows, the usual ones of our customers first. */
function zones(present: string): { value: string; label: string }[] {
  const usual = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo', 'Europe/Berlin'];
  const known =
    'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')) : [];
  return [...new Set([present, ...usual, ...known])].map((value) => ({ value, label: value }));
}

function useOrganizationEdit(organization: Organization) {
  const cache = useQueryClient();
  const act = useAct(updateOrganization, { invalidates: ['organization.*'] });
  const edit = useEdit<keyof Typed, Organization>({
    names: [...names],
    began: organization,
    save: (changes, version) => act.run({ body: { version, ...(changes as Partial<Typed> as object) } }),
    reread: () => call(getOrganization, {}),
    onSaved: () => void cache.invalidateQueries({ queryKey: sessionRead.queryKey }),
  });
  return { edit, problem: useProblemWords(edit.clashes ? null : act.error) };
}

function Fields({ zone }: { readonly zone: string }) {
  const word = useSettingsWords();
  const languages = (['zh', 'en'] as const).map((value) => ({ value, label: word(`settings.language.${value}`) }));
  return (
    <>
      <Field name="name" label={word('settings.organization.name')} required>
        <Input maxLength={120} />
      </Field>
      <FieldRow>
        <Field name="zone" label={word('settings.organization.zone')} help={word('settings.organization.zone.hint')}>
          <Select showSearch options={zones(zone)} />
        </Field>
        <Field
          name="currency"
          label={word('settings.organization.currency')}
          help={word('settings.organization.currency.hint')}
        >
          <Select options={Currency.options.map((value) => ({ value, label: value }))} />
        </Field>
      </FieldRow>
      <Field
        name="locale"
        label={word('settings.organization.language')}
        help={word('settings.organization.language.hint')}
      >
        <Select options={languages} />
      </Field>
    </>
  );
}

function OrganizationForm({ organization }: { readonly organization: Organization }) {
  const word = useSettingsWords();
  const { edit, problem } = useOrganizationEdit(organization);
  const labels = {
    name: word('settings.organization.name'),
    zone: word('settings.organization.zone'),
    currency: word('settings.organization.currency'),
    locale: word('settings.organization.language'),
  };
  const { name, zone, currency, locale } = organization;
  return (
    <>
      {edit.clashes && (
        <Conflict
          differences={edit.clashes.map((clash) => ({
            key: clash.name,
            label: labels[clash.name],
            mine: clash.mine,
            theirs: clash.theirs,
          }))}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <FormFrame<Typed>
        key={organization.version}
        label={word('settings.place.organization')}
        initial={{ name, zone, currency, locale }}
        problem={problem}
        onSubmit={(typed) => edit.submit({ ...typed, name: typed.name.trim() })}
      >
        <Fields zone={zone} />
      </FormFrame>
    </>
  );
}

function Facts({ organization }: { readonly organization: Organization }) {
  const word = useSettingsWords();
  return (
    <FieldList
      fields={[
        [word('settings.organization.name'), organization.name],
        [word('settings.organization.zone'), organization.zone],
        [word('settings.organization.currency'), organization.currency],
      ]}
    />
  );
}

/** The organisation: its name, zone, currency and language, and how its objects are numbered. */
export function OrganizationSettings() {
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
      <div className="k-stack settings-wide">
        <div className="settings-box k-stack">
          {manages ? <OrganizationForm organization={organization} /> : <Facts organization={organization} />}
        </div>
        {manages && <NumberPatterns />}
      </div>
    </SettingsFrame>
  );
}
