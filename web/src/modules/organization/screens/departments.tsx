import type { Department } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { DepartmentDialog, type DepartmentTask } from '../actions/department-dialog.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { type Placed, treeOrder } from '../rules/department-tree.ts';
import { useDepartments } from '../settings-queries.ts';

interface LineProps {
  readonly department: Placed<Department>;
  readonly onDo: (task: DepartmentTask) => void;
}

function Line({ department, onDo }: LineProps) {
  const word = useSettingsWords();
  const { name, supervisorName, memberCount, depth } = department;
  const acts = [
    {
      key: 'edit',
      word: word('settings.department.edit'),
      icon: 'edit' as const,
      onClick: () => onDo({ kind: 'edit', department }),
    },
    {
      key: 'below',
      word: word('settings.department.below'),
      icon: 'plus' as const,
      onClick: () => onDo({ kind: 'create', parentId: department.id }),
    },
  ];
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
          </Facts>
        </div>
      </div>
      <MenuButton acts={acts}>
        <IconButton icon="more" label={word('settings.department.acts', { name })} />
      </MenuButton>
    </li>
  );
}

/** The departments as a tree: who stands where decides who sees whose records. */
export function Departments() {
  const word = useSettingsWords();
  const found = useDepartments();
  const [task, setTask] = useState<DepartmentTask>();
  const create = (
    <Button kind="primary" icon="plus" onClick={() => setTask({ kind: 'create', parentId: null })}>
      {word('settings.department.new')}
    </Button>
  );
  const tree = found.data && treeOrder(found.data.items);
  return (
    <SettingsFrame here="departments" note={word('settings.departments.note')} actions={create}>
      {found.isError && !tree ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !tree ? (
        <Skeleton shape="rows" count={6} />
      ) : tree.length === 0 ? (
        <Empty icon="users" title={word('settings.departments.empty')} hint={word('settings.departments.empty.hint')} />
      ) : (
        <ul className="settings-list" aria-label={word('settings.place.departments')}>
          {tree.map((department) => (
            <Line key={department.id} department={department} onDo={setTask} />
          ))}
        </ul>
      )}
      {task && <DepartmentDialog task={task} onClose={() => setTask(undefined)} />}
    </SettingsFrame>
  );
}
