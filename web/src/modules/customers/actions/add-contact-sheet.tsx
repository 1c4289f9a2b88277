import { addContact } from '@dealtrail/protocol/customers';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FieldRow, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { useCustomerWords } from '../parts/words.ts';

interface NewContact {
  name: string;
  title?: string;
  phone?: string;
  email?: string;
  wechat?: string;
}

interface AddContactSheetProps {
  readonly customerId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function AddContact({
  customerId,
  onDirty,
  onCancel,
  onClose,
}: Omit<AddContactSheetProps, 'open'> & {
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
}) {
  const word = useCustomerWords();
  const act = useAct(addContact, { invalidates: ['customers.*', 'activities.*'] });
  const problem = useProblemWords(act.error);
  const add = async (typed: NewContact) => {
    await act.run({ params: { id: customerId }, body: typed });
    onClose();
  };
  return (
    <FormFrame<NewContact>
      label={word('customers.contact.add')}
      initial={{}}
      guard={false}
      onDirty={onDirty}
      problem={problem}
      submitWord={word('customers.contact.add')}
      onCancel={onCancel}
      onSubmit={add}
    >
      <FieldRow>
        <Field name="name" label={word('customers.contact.name')} required>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field name="title" label={word('customers.contact.position')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field name="phone" label={word('customers.contact.phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Field>
        <Field name="email" label={word('customers.contact.email')}>
          <Input maxLength={254} inputMode="email" autoComplete="off" />
        </Field>
        <Field name="wechat" label={word('customers.contact.wechat')}>
          <Input maxLength={64} autoComplete="off" />
        </Field>
      </FieldRow>
    </FormFrame>
  );
}

/** Adds a person to a customer. */
export function AddContactSheet({ customerId, open, onClose }: AddContactSheetProps) {
  const word = useCustomerWords();
  return (
    <FormSheet open={open} title={word('customers.contact.add')} onClose={onClose}>
      {(markDirty, close) => (
        <AddContact customerId={customerId} onDirty={markDirty} onCancel={close} onClose={onClose} />
      )}
    </FormSheet>
  );
}
