import { type Customer, getCustomer, updateCustomer } from '@dealtrail/protocol/customers';
import { call, useAct } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { Conflict } from '../../../kit/states/index.ts';
import { CustomerFields, customerFacts, type CustomerFacts } from '../parts/customer-fields.tsx';
import { useCustomerWords } from '../parts/words.ts';

interface EditCustomerSheetProps {
  readonly customer: Customer;
  readonly open: boolean;
  readonly onClose: () => void;
}

function EditCustomer({
  customer,
  onDirty,
  onCancel,
  onClose,
}: Pick<EditCustomerSheetProps, 'customer' | 'onClose'> & {
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
}) {
  const word = useCustomerWords();
  const params = { id: customer.id };
  const act = useAct(updateCustomer, { invalidates: ['customers.*', 'activities.*'] });
  const edit = useEdit({
    names: customerFacts,
    began: customer,
    save: (changes, version) => act.run({ params, body: { ...(changes as Partial<CustomerFacts>), version } }),
    reread: () => call(getCustomer, { params }),
    onSaved: onClose,
  });
  const problem = useProblemWords(edit.clashes ? null : act.error);
  const initial = Object.fromEntries(customerFacts.map((name) => [name, customer[name]]));
  return (
    <div className="k-stack">
      {edit.clashes && (
        <Conflict
          differences={edit.clashes.map(({ name, mine, theirs }) => ({
            key: name,
            label: word(`customers.${name}`),
            mine: mine ?? '—',
            theirs: theirs ?? '—',
          }))}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <FormFrame<CustomerFacts>
        label={word('customers.edit')}
        initial={initial}
        guard={false}
        onDirty={onDirty}
        problem={problem}
        submitWord={word('customers.edit.act')}
        onCancel={onCancel}
        onSubmit={edit.submit}
      >
        <CustomerFields />
      </FormFrame>
    </div>
  );
}

/** Changes the facts of a customer; what somebody else changed meanwhile is not lost. */
export function EditCustomerSheet({ customer, open, onClose }: EditCustomerSheetProps) {
  const word = useCustomerWords();
  return (
    <FormSheet open={open} title={word('customers.edit')} onClose={onClose}>
      {(markDirty, close) => (
        <EditCustomer customer={customer} onDirty={markDirty} onCancel={close} onClose={onClose} />
      )}
    </FormSheet>
  );
}
