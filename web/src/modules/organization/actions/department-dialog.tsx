import { createDepartment, type Department, updateDepartment } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useMemo } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { ColleagueSelect } from '../parts/colleague-select.tsx';
import { DepartmentSelect } from '../parts/department-select.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { withBelow } from '../rules/department-tree.ts';
import { useDepartments } from '../settings-queries.ts';

/** What is to be done: a new department below another, or a change of one. */
export type DepartmentTask =
  | { readonly kind: 'create'; readonly parentId: string | null }
  | { readonly kind: 'edit'; readonly department: Department };

interface Typed {
  name: string;
  parentId?: string | null;
  supervisorId?: string | null;
}

interface DepartmentDialogProps {
  readonly task: DepartmentTask;
  readonly onClose: () => void;
}

function useSave(task: DepartmentTask) {
  const create = useAct(createDepartment, { invalidates: ['organization.*'] });
  const update = useAct(updateDepartment, { invalidates: ['organization.*'] });
  const save = ({ name, parentId = null, supervisorId = null }: Typed): Promise<unknown> => {
    const facts = { name: name.trim(), parentId, supervisorId };
    if (task.kind === 'create') return create.run({ body: facts });
    const { id, version } = task.department;
    return update.run({ params: { id }, body: { version, ...facts } });
  };
  return { save, error: create.error ?? update.error };
}

/** Makes, renames or moves a department, or changes who leads it. */
export function DepartmentDialog({ task, onClose }: DepartmentDialogProps) {
  const word = useSettingsWords();
  const departments = useDepartments().data?.items;
  const { save, error } = useSave(task);
  const problem = useProblemWords(error);
  const own = task.kind === 'edit' ? task.department : undefined;
  const without = useMemo(() => (own && departments ? withBelow(departments, own.id) : undefined), [own, departments]);
  const initial = own
    ? { name: own.name, parentId: own.parentId, supervisorId: own.supervisorId }
    : { parentId: task.kind === 'create' ? task.parentId : null };
  const title = word(own ? 'settings.department.edit' : 'settings.department.new');
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Typed>
        label={title}
        initial={initial}
        guard={false}
        problem={problem}
        onCancel={onClose}
        onSubmit={async (typed) => {
          await save(typed);
          onClose();
        }}
      >
        <Field name="name" label={word('settings.department.name')} required>
          <Input maxLength={80} autoFocus />
        </Field>
        <Field name="parentId" label={word('settings.department.parent')}>
          <DepartmentSelect placeholder={word('settings.department.top')} {...(without ? { without } : {})} />
        </Field>
        <Field
          name="supervisorId"
          label={word('settings.department.supervisor')}
          help={word('settings.department.supervisor.hint')}
        >
          <ColleagueSelect clearable placeholder={word('settings.department.noSupervisor')} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
