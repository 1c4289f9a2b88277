import { listDepartments } from '@dealtrail/protocol/organization';
import { createView, updateView, type View, type ViewShape } from '@dealtrail/protocol/views';
import { Input, Select } from 'antd';
import { Dialog } from '../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../kit/form/index.ts';
import { useAct, useOperation } from '../client/index.ts';
import { useMay, useSession } from '../session/index.ts';
import { useProblemWords } from '../states/index.ts';
import { useViewWords } from './words.ts';

interface Named {
  readonly name: string;
  readonly sharing: View['sharing'];
  readonly departmentIds?: string[];
}

interface NameDialogProps {
  readonly title: string;
  readonly list: string;
  readonly initial: Partial<Named>;
  /** The view to be renamed; a new one is made without it. */
  readonly view?: View | undefined;
  /** The shape of a new view. */
  readonly shape?: ViewShape;
  readonly onClose: () => void;
  readonly onDone: (view: View) => void;
}

function SharingFields() {
  const word = useViewWords();
  const { permissions } = useSession();
  const departments = useOperation(listDepartments, {}).data?.items ?? [];
  const offered: View['sharing'][] = ['private', 'departments'];
  if (permissions['views.share'] === 'all') offered.push('everyone');
  return (
    <>
      <Field name="sharing" label={word('views.sharing')} help={word('views.sharing.hint')}>
        <ChoiceChips choices={offered.map((value) => ({ value, word: word(`views.sharing.${value}`) }))} />
      </Field>
      <Field
        name="departmentIds"
        label={word('views.departments')}
        when={(values) => values['sharing'] === 'departments'}
        required={(values) => values['sharing'] === 'departments'}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </>
  );
}

/** Name and readers of a view: a new one, or one's own to be changed. */
export function NameDialog({ title, list, initial, view, shape, onClose, onDone }: NameDialogProps) {
  const word = useViewWords();
  const mayShare = useMay()('views.share');
  const create = useAct(createView, { invalidates: ['views.*'] });
  const update = useAct(updateView, { invalidates: ['views.*'] });
  const save = async ({ name, sharing, departmentIds = [] }: Named) => {
    const shared = mayShare ? { sharing, departmentIds } : {};
    if (view) onDone(await update.run({ params: { id: view.id }, body: { version: view.version, name, ...shared } }));
    else if (shape) onDone(await create.run({ body: { list, name, shape, ...shared } }));
    onClose();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Named>
        label={title}
        initial={{ sharing: 'private', ...initial }}
        guard={false}
        problem={useProblemWords(create.error ?? update.error)}
        submitWord={word('views.submit')}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="name" label={word('views.name')} required>
          <Input maxLength={40} autoFocus />
        </Field>
        {mayShare && <SharingFields />}
      </FormFrame>
    </Dialog>
  );
}
