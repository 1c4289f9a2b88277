import { createCustomer, type Customer } from '@dealtrail/protocol/customers';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { toldFacts } from '../customer-changes.ts';
import { BlockedBy } from '../parts/duplicates/blocked-by.tsx';
import { CustomerCheck } from '../parts/duplicates/customer-check.tsx';
import { CustomerFields, type CustomerFacts } from '../parts/customer-fields.tsx';
import { useCustomerWords } from '../parts/words.ts';

interface NewCustomerSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (customer: Customer) => void;
}

function NewCustomer({
  onDirty,
  onClose,
  onMade,
}: Omit<NewCustomerSheetProps, 'open'> & { readonly onDirty: (dirty: boolean) => void }) {
  const word = useCustomerWords();
  const act = useAct(createCustomer, { invalidates: ['customers.*'] });
  const problem = useProblemWords(act.error);
  return (
    <FormFrame<CustomerFacts & { overrideReason?: string }>
      label={word('customers.new')}
      initial={{}}
      guard={false}
      onDirty={onDirty}
      problem={problem}
      submitWord={word('customers.new.act')}
      onCancel={onClose}
      onSubmit={async (typed) => onMade(await act.run({ body: toldFacts(typed) }))}
    >
      <CustomerCheck>
        <CustomerFields />
      </CustomerCheck>
      <BlockedBy error={act.error} />
    </FormFrame>
  );
}

/** Makes a customer; the same company under another spelling is refused with who follows it. */
export function NewCustomerSheet({ open, onClose, onMade }: NewCustomerSheetProps) {
  const word = useCustomerWords();
  return (
    <FormSheet open={open} title={word('customers.new')} onClose={onClose}>
      {(markDirty, close) => <NewCustomer onDirty={markDirty} onClose={close} onMade={onMade} />}
    </FormSheet>
  );
}
