import { closeDepartment, type Department } from '@dealtrail/protocol/organization';
import { useMemo } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { DepartmentSelect } from '../parts/department-select.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { withBelow } from '../rules/department-tree.ts';
import { useDepartments } from '../settings-queries.ts';

interface CloseDepartmentDialogProps {
  readonly department: Department;
  readonly onClose: () => void;
}

/** Closes a department; another takes over what it holds. */
export function CloseDepartmentDialog({ department, onClose }: CloseDepartmentDialogProps) {
  const word = useSettingsWords();
  const departments = useDepartments().data?.items;
  const act = useAct(closeDepartment, { invalidates: ['organization.*'] });
  const problem = useProblemWords(act.error);
  const without = useMemo(() => withBelow(departments ?? [], department.id), [departments, department.id]);
  const title = word('settings.department.closeOf', { name: department.name });
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<{ into?: string | null }>
        label={title}
        initial={{ into: department.parentId }}
        guard={false}
        problem={problem}
        submitWord={word('settings.department.close.act')}
        onCancel={onClose}
        onSubmit={async ({ into }) => {
          const { id, version } = department;
          await act.run({ params: { id }, body: { version, ...(into ? { into } : {}) } });
          onClose();
        }}
      >
        <p className="k-t2">{word('settings.department.close.note')}</p>
        <Field name="into" label={word('settings.department.into')}>
          <DepartmentSelect placeholder={word('settings.department.into.none')} without={without} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
