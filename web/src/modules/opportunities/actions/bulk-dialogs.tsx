import { bulkOpportunities, type OpportunityBulkAction } from '@dealtrail/protocol/opportunities';
import { Input, InputNumber, Select } from 'antd';
import { type BulkAct, BulkDialog, type BulkProps } from '../../../kernel/bulk/index.ts';
import { DayInput, Field } from '../../../kit/form/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { useOpportunityWords } from '../parts/words.ts';

const editable = ['expectedCloseOn', 'probability', 'competitor'] as const;

interface Edit {
  readonly field: (typeof editable)[number];
  readonly value: Record<string, unknown>;
}

/** Gives the picked opportunities one value of one field; an empty one takes it away. */
function BulkEdit(props: BulkProps) {
  const word = useOpportunityWords();
  const inputs = {
    expectedCloseOn: <DayInput />,
    probability: <InputNumber min={0} max={100} suffix="%" />,
    competitor: <Input maxLength={120} />,
  };
  return (
    <BulkDialog<Edit, OpportunityBulkAction>
      {...props}
      title={word('opportunities.bulk.edit')}
      op={bulkOpportunities}
      chapter="opportunities"
      initial={{ field: 'expectedCloseOn' }}
      toAction={({ field, value }) => ({ do: 'edit', set: { [field]: value?.[field] ?? null } })}
    >
      <Field name="field" label={word('opportunities.bulk.field')} required>
        <Select options={editable.map((value) => ({ value, label: word(`opportunities.field.${value}`) }))} />
      </Field>
      {editable.map((name) => (
        <Field
          key={name}
          name={`value.${name}`}
          label={word('opportunities.bulk.value')}
          when={(values) => values['field'] === name}
        >
          {inputs[name]}
        </Field>
      ))}
    </BulkDialog>
  );
}

interface HandOver {
  readonly ownerId: string;
  readonly reason: string;
}

/** Hands the picked opportunities over to one colleague. */
export function BulkAssign(props: BulkProps) {
  const word = useOpportunityWords();
  return (
    <BulkDialog<HandOver, OpportunityBulkAction>
      {...props}
      title={word('opportunities.bulk.assign')}
      op={bulkOpportunities}
      chapter="opportunities"
      initial={{}}
      toAction={({ ownerId, reason }) => ({ do: 'assign', ownerId, reason: reason.trim() })}
    >
      <Field name="ownerId" label={word('opportunities.bulk.to')} required>
        <ColleagueSelect placeholder={word('opportunities.bulk.to.example')} />
      </Field>
      <Field
        name="reason"
        label={word('opportunities.bulk.reason')}
        help={word('opportunities.bulk.reason.hint')}
        required
      >
        <Input maxLength={200} />
      </Field>
    </BulkDialog>
  );
}

/** What may be done with picked opportunities together, deleting them apart. */
export function useBulkActs(): readonly BulkAct[] {
  const word = useOpportunityWords();
  return [
    {
      key: 'assign',
      word: word('opportunities.bulk.handOver'),
      icon: 'handover',
      permission: 'opportunities.assign',
      Window: BulkAssign,
    },
    {
      key: 'edit',
      word: word('opportunities.bulk.edit'),
      icon: 'edit',
      permission: 'opportunities.update',
      Window: BulkEdit,
    },
  ];
}
