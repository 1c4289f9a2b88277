import { bulkLeads, CustomerType, Level, type LeadBulkAction } from '@dealtrail/protocol/leads';
import { Input, Select } from 'antd';
import { type BulkAct, BulkDialog, type BulkProps } from '../../../kernel/bulk/index.ts';
import { ChoiceChips, DayInput, Field } from '../../../kit/form/index.ts';
import { CampaignInput } from '../../campaigns/index.ts';
import { MergePicked } from '../../records/index.ts';
import { type Assignment, AssignFields } from '../parts/assign-fields.tsx';
import { useLeadWords } from '../parts/words.ts';
import { BulkPassOn } from './giving/pass-on-dialog.tsx';
import { BulkReturn } from './pools/pool-dialogs.tsx';

/** Hands the picked leads to one colleague. */
export function BulkAssign(props: BulkProps) {
  const word = useLeadWords();
  return (
    <BulkDialog<Assignment, LeadBulkAction>
      {...props}
      title={word('leads.bulk.assign')}
      op={bulkLeads}
      chapter="leads"
      initial={{}}
      toAction={({ ownerId, reason }) => ({ do: 'assign', ownerId, reason: reason.trim() })}
    >
      <AssignFields />
    </BulkDialog>
  );
}

type Set = Extract<LeadBulkAction, { do: 'edit' }>['set'];
type SetName = keyof Set;

interface Edit {
  readonly field: SetName;
  readonly value: Record<string, unknown>;
}

const editable = [
  'priority',
  'intent',
  'industry',
  'region',
  'customerType',
  'campaign',
  'expectedPurchaseOn',
] as const;

/** Gives the picked leads one value of one field. */
function BulkEdit(props: BulkProps) {
  const word = useLeadWords();
  const levels = Level.options.map((value) => ({ value, word: word(`leads.level.${value}`) }));
  const types = CustomerType.options.map((value) => ({ value, label: word(`customerType.${value}`) }));
  const inputs = {
    priority: <ChoiceChips choices={levels} />,
    intent: <ChoiceChips choices={levels} />,
    industry: <Input maxLength={80} />,
    region: <Input maxLength={40} />,
    customerType: <Select options={types} />,
    campaign: <CampaignInput />,
    expectedPurchaseOn: <DayInput />,
  };
  return (
    <BulkDialog<Edit, LeadBulkAction>
      {...props}
      title={word('leads.bulk.edit')}
      op={bulkLeads}
      chapter="leads"
      initial={{ field: 'priority' }}
      toAction={({ field, value }) => ({ do: 'edit', set: { [field]: value?.[field] ?? null } })}
    >
      <Field name="field" label={word('leads.bulk.field')} required>
        <Select options={editable.map((value) => ({ value, label: word(`leads.field.${value}`) }))} />
      </Field>
      {editable.map((name) => (
        <Field
          key={name}
          name={`value.${name}`}
          label={word('leads.bulk.value')}
          when={(values) => values['field'] === name}
          required={(values) => values['field'] === name && (name === 'priority' || name === 'intent')}
        >
          {inputs[name]}
        </Field>
      ))}
    </BulkDialog>
  );
}

/** What may be done with picked leads together, deleting them apart. */
export function useBulkActs(): readonly BulkAct[] {
  const word = useLeadWords();
  return [
    {
      key: 'assign',
      word: word('leads.assign'),
      icon: 'handover',
      permission: 'leads.assign',
      Window: BulkAssign,
    },
    { key: 'pass_on', word: word('leads.passOn'), icon: 'check', permission: 'leads.screen', Window: BulkPassOn },
    { key: 'edit', word: word('leads.bulk.edit'), icon: 'edit', permission: 'leads.update', Window: BulkEdit },
    { key: 'return', word: word('pools.return'), icon: 'pool', permission: 'leads.release', Window: BulkReturn },
    { key: 'merge', word: word('leads.bulk.merge'), icon: 'merge', permission: 'leads.update', Window: MergePicked },
  ];
}
