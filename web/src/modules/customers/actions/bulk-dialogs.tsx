import { bulkCustomers, type CustomerBulkAction } from '@dealtrail/protocol/customers';
import { Input, Select } from 'antd';
import { type BulkAct, BulkDialog, type BulkProps } from '../../../kernel/bulk/index.ts';
import { Field } from '../../../kit/form/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { MergePicked } from '../../records/index.ts';
import { useCustomerWords } from '../parts/words.ts';

interface HandOver {
  readonly ownerId: string;
  readonly reason: string;
}

/** Hands the picked customers over to one colleague. */
function BulkAssign(props: BulkProps) {
  const word = useCustomerWords();
  return (
    <BulkDialog<HandOver, CustomerBulkAction>
      {...props}
      title={word('customers.bulk.assign')}
      op={bulkCustomers}
      chapter="customers"
      initial={{}}
      toAction={({ ownerId, reason }) => ({ do: 'assign', ownerId, reason: reason.trim() })}
    >
      <Field name="ownerId" label={word('customers.bulk.to')} required>
        <ColleagueSelect placeholder={word('customers.bulk.to.example')} />
      </Field>
      <Field name="reason" label={word('customers.bulk.reason')} help={word('customers.bulk.reason.hint')} required>
        <Input maxLength={200} />
      </Field>
    </BulkDialog>
  );
}

const editable = ['industry', 'region', 'province', 'city'] as const;
const longest = { industry: 80, region: 40, province: 40, city: 40 } as const;

interface Edit {
  readonly field: (typeof editable)[number];
  readonly value: Record<string, string | undefined>;
}

/** Gives the picked customers one value of one field; an empty one takes it away. */
function BulkEdit(props: BulkProps) {
  const word = useCustomerWords();
  return (
    <BulkDialog<Edit, CustomerBulkAction>
      {...props}
      title={word('customers.bulk.edit')}
      op={bulkCustomers}
      chapter="customers"
      initial={{ field: 'industry' }}
      toAction={({ field, value }) => ({ do: 'edit', set: { [field]: value?.[field]?.trim() || null } })}
    >
      <Field name="field" label={word('customers.bulk.field')} required>
        <Select options={editable.map((value) => ({ value, label: word(`customers.${value}`) }))} />
      </Field>
      {editable.map((name) => (
        <Field
          key={name}
          name={`value.${name}`}
          label={word('customers.bulk.value')}
          when={(values) => values['field'] === name}
        >
          <Input maxLength={longest[name]} />
        </Field>
      ))}
    </BulkDialog>
  );
}

/** What may be done with picked customers together, deleting them apart. */
export function useBulkActs(): readonly BulkAct[] {
  const word = useCustomerWords();
  return [
    {
      key: 'assign',
      word: word('customers.bulk.handOver'),
      icon: 'handover',
      permission: 'customers.assign',
      Window: BulkAssign,
    },
    {
      key: 'edit',
      word: word('customers.bulk.change'),
      icon: 'edit',
      permission: 'customers.update',
      Window: BulkEdit,
    },
    {
      key: 'merge',
      word: word('customers.bulk.merge'),
      icon: 'merge',
      permission: 'customers.update',
      Window: MergePicked,
    },
  ];
}
