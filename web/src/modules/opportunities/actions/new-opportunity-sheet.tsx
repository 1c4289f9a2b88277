import { createOpportunity, type Opportunity } from '@dealtrail/protocol/opportunities';
import { Currency } from '@dealtrail/protocol/kernel';
import { Input, Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import {
  DayInput,
  Field,
  FieldRow,
  FormFrame,
  FormSheet,
  MoneyInput,
  useTypedValues,
} from '../../../kit/form/index.ts';
import { dayOf } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { CustomerPicker } from '../../customers/index.ts';
import { useOpportunityWords } from '../parts/words.ts';

interface NewOpportunity {
  name: string;
  customerId: string;
  amountMinor?: number | null;
  currency?: Currency;
  expectedCloseOn?: string | null;
  needSummary?: string;
}

interface NewOpportunitySheetProps {
  readonly open: boolean;
  /** The customer it is opened on, where that is known. */
  readonly customer?: { readonly id: string; readonly name: string } | undefined;
  readonly onClose: () => void;
  readonly onMade: (opportunity: Opportunity) => void;
}

function Fields({ customer }: Pick<NewOpportunitySheetProps, 'customer'>) {
  const word = useOpportunityWords();
  const { organization } = useSession();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const typed: { readonly currency?: Currency } = useTypedValues();
  const currency = typed.currency ?? organization.currency;
  return (
    <>
      <Field name="customerId" label={word('opportunities.field.customer')} required>
        <CustomerPicker known={customer} />
      </Field>
      <Field name="name" label={word('opportunities.field.name')} required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <FieldRow>
        <Field name="amountMinor" label={word('opportunities.field.amountMinor')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="currency" label={word('opportunities.field.currency')}>
          <Select options={Currency.options.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="expectedCloseOn" label={word('opportunities.field.expectedCloseOn')}>
          <DayInput from={today} />
        </Field>
      </FieldRow>
      <Field
        name="needSummary"
        label={word('opportunities.field.needSummary')}
        help={word('opportunities.field.needSummary.help')}
      >
        <Input.TextArea rows={3} maxLength={4_000} />
      </Field>
    </>
  );
}

function NewOpportunityForm({
  customer,
  onDirty,
  onCancel,
  onMade,
}: Pick<NewOpportunitySheetProps, 'customer' | 'onMade'> & {
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
}) {
  const word = useOpportunityWords();
  const { organization } = useSession();
  const act = useAct(createOpportunity, {
    invalidates: ['opportunities.*', 'customers.*', 'activities.*', 'insights.*'],
  });
  const problem = useProblemWords(act.error);
  return (
    <FormFrame<NewOpportunity>
      label={word('opportunities.new')}
      initial={{ currency: organization.currency as Currency, ...(customer ? { customerId: customer.id } : {}) }}
      guard={false}
      onDirty={onDirty}
      problem={problem}
      submitWord={word('opportunities.new.act')}
      onCancel={onCancel}
      onSubmit={async (typed) => onMade(await act.run({ body: typed }))}
    >
      <Fields customer={customer} />
    </FormFrame>
  );
}

/** Opens an opportunity on a customer directly, without a lead. */
export function NewOpportunitySheet({ open, customer, onClose, onMade }: NewOpportunitySheetProps) {
  const word = useOpportunityWords();
  return (
    <FormSheet open={open} title={word('opportunities.new')} onClose={onClose}>
      {(markDirty, close) => (
        <NewOpportunityForm customer={customer} onDirty={markDirty} onCancel={close} onMade={onMade} />
      )}
    </FormSheet>
  );
}
