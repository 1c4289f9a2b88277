import {
  type Campaign,
  CampaignKind,
  CampaignState,
  createCampaign,
  updateCampaign,
} from '@dealtrail/protocol/campaigns';
import { Currency } from '@dealtrail/protocol/kernel';
import { Input, Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import {
  ChoiceChips,
  DayInput,
  Field,
  FieldRow,
  FormFrame,
  FormSheet,
  MoneyInput,
  useTypedValues,
} from '../../../kit/form/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';
import { useSourceOptions } from '../../../modules/leads/index.ts';
import { ColleagueSelect } from '../../../modules/organization/index.ts';

interface Typed extends Pick<Campaign, 'name' | 'kind' | 'state'> {
  readonly otherNames?: readonly string[];
  readonly source?: string | null;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly plannedMinor?: number | null;
  readonly actualMinor?: number | null;
  readonly currency: Currency;
  readonly ownerId?: string | null;
  readonly note?: string | null;
}

const typedOf = (campaign: Campaign): Typed => ({ ...campaign, currency: campaign.currency as Currency });

function settingsOf({ name, kind, state, currency, otherNames = [], note, ...told }: Typed) {
  const {
    source = null,
    startsOn = null,
    endsOn = null,
    plannedMinor = null,
    actualMinor = null,
    ownerId = null,
  } = told;
  return {
    name: name.trim(),
    otherNames: otherNames.map((text) => text.trim()).filter((text) => text !== ''),
    kind,
    state,
    currency,
    source: source ?? null,
    startsOn,
    endsOn,
    plannedMinor,
    actualMinor,
    ownerId,
    note: note?.trim() || null,
  };
}

function Costs() {
  const word = useCampaignWords();
  const { currency } = useTypedValues();
  const code = typeof currency === 'string' ? currency : 'CNY';
  return (
    <FieldRow>
      <Field name="plannedMinor" label={word('campaigns.field.plannedMinor')}>
        <MoneyInput currency={code} />
      </Field>
      <Field name="actualMinor" label={word('campaigns.field.actualMinor')}>
        <MoneyInput currency={code} />
      </Field>
      <Field name="currency" label={word('campaigns.field.currency')} required>
        <Select options={Currency.options.map((value) => ({ value, label: value }))} />
      </Field>
      <Field name="ownerId" label={word('campaigns.field.ownerId')}>
        <ColleagueSelect clearable />
      </Field>
    </FieldRow>
  );
}

function Fields() {
  const word = useCampaignWords();
  const sources = useSourceOptions();
  return (
    <>
      <Field name="name" label={word('campaigns.field.name')} required>
        <Input maxLength={120} autoComplete="off" />
      </Field>
      <Field
        name="otherNames"
        label={word('campaigns.field.otherNames')}
        help={word('campaigns.field.otherNames.hint')}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '；', ';']} />
      </Field>
      <Field name="kind" label={word('campaigns.field.kind')} required>
        <ChoiceChips choices={CampaignKind.options.map((value) => ({ value, word: word(`campaignKind.${value}`) }))} />
      </Field>
      <Field name="state" label={word('campaigns.field.state')} required>
        <ChoiceChips
          choices={CampaignState.options.map((value) => ({ value, word: word(`campaignState.${value}`) }))}
        />
      </Field>
      <FieldRow>
        <Field name="startsOn" label={word('campaigns.field.startsOn')}>
          <DayInput />
        </Field>
        <Field name="endsOn" label={word('campaigns.field.endsOn')}>
          <DayInput />
        </Field>
      </FieldRow>
      <Costs />
      <Field name="source" label={word('campaigns.field.source')}>
        <Select options={[...sources]} allowClear showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="note" label={word('campaigns.field.note')}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Field>
    </>
  );
}

interface SheetProps {
  /** None: a new one, called by this name where leads tell it already. */
  readonly campaign?: Campaign;
  readonly name?: string;
  readonly onClose: () => void;
}

/** Makes a campaign or changes one. */
export function CampaignSheet({ campaign, name = '', onClose }: SheetProps) {
  const word = useCampaignWords();
  const { organization } = useSession();
  const changed = { invalidates: ['campaigns.*', 'insights.*', 'leads.*'] as const };
  const making = useAct(createCampaign, changed);
  const changing = useAct(updateCampaign, changed);
  const problem = useProblemWords(making.error ?? changing.error);
  const title = word(campaign ? 'campaigns.edit' : 'campaigns.new');
  const fresh: Typed = { name, kind: 'exhibition', state: 'running', currency: organization.currency as Currency };
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={campaign ? typedOf(campaign) : fresh}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={async (typed) => {
            const settings = settingsOf(typed);
            await (campaign
              ? changing.run({ params: { id: campaign.id }, body: { version: campaign.version, ...settings } })
              : making.run({ body: settings }));
            onClose();
          }}
        >
          <Fields />
        </FormFrame>
      )}
    </FormSheet>
  );
}
