import { type Department, updateDepartment } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { CloseDepartmentDialog } from '../actions/close-department-dialog.tsx';
import { DepartmentDialog, type DepartmentTask } from '../actions/department-dialog.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { stepOf } from '../rules/department-steps.ts';
import { type Placed, treeOrder } from '../rules/department-tree.ts';
import { useDepartments } from '../settings-queries.ts';

type Task = DepartmentTask | { readonly kind: 'close'; readonly department: Department };

interface LineProps {
  readonly department: Placed<Department>;
  readonly all: readonly Department[];
  readonly onDo: (task: Task) => void;
  readonly onPlace: (department: Department, after: string | null) => void;
}

function useLineActs({ department, all, onDo, onPlace }: LineProps): readonly (MenuAct | null)[] {
  const word = useSettingsWords();
  const step = (direction: 'up' | 'down') => {
    const after = stepOf(all, department.id, direction);
    return {
      key: direction,
      word: word(`settings.department.${direction}`),
      icon: direction,
      disabled: after === undefined,
      onClick: () => after !== undefined && onPlace(department, after),
    };
  };
  return [
    {
      key: 'edit',
      word: word('settings.department.edit'),
      icon: 'edit',
      onClick: () => onDo({ kind: 'edit', department }),
    },
    {
      key: 'below',
      word: word('settings.department.below'),
      icon: 'plus',
      onClick: () => onDo({ kind: 'create', parentId: department.id }),
    },
    step('up'),
    step('down'),
    null,
    {
      key: 'close',
      word: word('settings.department.close'),
      icon: 'merge',
      danger: true,
      onClick: () => onDo({ kind: 'close', department }),
    },
  ];
}

function Line(props: LineProps) {
  const word = useSettingsWords();
  const { name, supervisorName, memberCount, memberCountBelow, depth } = props.department;
  return (
    <li style={{ paddingLeft: 16 + depth * 24 }}>
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {supervisorName
              ? word('settings.department.supervisedBy', { name: supervisorName })
              : word('settings.department.noSupervisor')}
            {word('settings.department.members', { count: memberCount })}
            {memberCountBelow > memberCount && word('settings.department.membersBelow', { count: memberCountBelow })}
          </Facts>
        </div>
      </div>
      <MenuButton acts={useLineActs(props)}>
        <IconButton icon="more" label={word('settings.department.acts', { name })} />
      </MenuButton>
    </li>
  );
}

function Tree({
  departments,
  onDo,
}: {
  readonly departments: readonly Department[];
  readonly onDo: (task: Task) => void;
}) {
  const word = useSettingsWords();
  const act = useAct(updateDepartment, { invalidates: ['organization.*'] });
  return (
    <>
      <ProblemNotice error={act.error} />
      <ul className="settings-list" aria-label={word('settings.place.departments')}>
        {treeOrder(departments).map((department) => (
          <Line
            key={department.id}
            department={department}
            all={departments}
            onDo={onDo}
            onPlace={({ id, version }, after) => act.press({ params: { id }, body: { version, after } })}
          />
        ))}
      </ul>
    </>
  );
}

/** The departments as a tree: who stands where decides who sees whose records. */
export function Departments() {
  const word = useSettingsWords();
  const found = useDepartments();
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const create = (
    <Button kind="primary" icon="plus" onClick={() => setTask({ kind: 'create', parentId: null })}>
      {word('settings.department.new')}
    </Button>
  );
  const departments = found.data?.items;
  return (
    <SettingsFrame here="departments" note={word('settings.departments.note')} actions={create}>
      {found.isError && !departments ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !departments ? (
        <Skeleton shape="rows" count={6} />
      ) : departments.length === 0 ? (
        <Empty icon="users" title={word('settings.departments.empty')} hint={word('settings.departments.empty.hint')} />
      ) : (
        <Tree departments={departments} onDo={setTask} />
      )}
      {task?.kind === 'close' && <CloseDepartmentDialog department={task.department} onClose={close} />}
      {task && task.kind !== 'close' && <DepartmentDialog task={task} onClose={close} />}
    </SettingsFrame>
  );
}
