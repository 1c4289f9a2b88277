import { type Customer, getCustomer, updateCustomer } from '@dealtrail/protocol/customers';
import { useRef, useState } from 'react';
import { call, useAct } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { Conflict } from '../../../kit/states/index.ts';
import { begunWith, toldFacts } from '../customer-changes.ts';
import { BlockedBy } from '../parts/duplicates/blocked-by.tsx';
import { CustomerFields, customerFacts, type CustomerFacts } from '../parts/customer-fields.tsx';
import { useCustomerWords } from '../parts/words.ts';

interface EditCustomerSheetProps {
  readonly customer: Customer;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The edit of one customer, with the reason for which the rule for duplicates may be set aside. */
function useCustomerEdit(customer: Customer, onSaved: () => void) {
  const params = { id: customer.id };
  // The form measures changes against the customer it opened with, whatever arrives later.
  const [began] = useState(() => begunWith(customer));
  // Why the rule for duplicates is set aside; it is sent with the changes and no change itself.
  const reason = useRef('');
  const act = useAct(updateCustomer, { invalidates: ['customers.*', 'activities.*'] });
  const edit = useEdit({
    names: customerFacts,
    began,
    save: (changes, version) =>
      act.run({
        params,
        body: {
          ...toldFacts(changes as Partial<CustomerFacts>),
          ...(reason.current ? { overrideReason: reason.current } : {}),
          version,
        },
      }),
    reread: async () => begunWith(await call(getCustomer, { params })),
    onSaved,
  });
  const setReason = (text: string) => {
    reason.current = text;
  };
  return { act, edit, began, setReason };
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
  const { act, edit, began, setReason } = useCustomerEdit(customer, onClose);
  const problem = useProblemWords(edit.clashes ? null : act.error);
  const initial = Object.fromEntries(customerFacts.map((name) => [name, began[name]]));
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
      <FormFrame<CustomerFacts & { overrideReason?: string }>
        label={word('customers.edit')}
        initial={initial}
        guard={false}
        onDirty={onDirty}
        problem={problem}
        submitWord={word('customers.edit.act')}
        onCancel={onCancel}
        onSubmit={({ overrideReason, ...typed }) => {
          setReason(overrideReason?.trim() ?? '');
          return edit.submit(typed);
        }}
      >
        <CustomerFields />
        <BlockedBy error={act.error} />
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
