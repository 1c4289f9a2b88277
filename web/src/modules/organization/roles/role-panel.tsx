import type { Role } from '@dealtrail/protocol/organization';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import { changedGrants } from '../rules/role-matrix.ts';
import type { usePermissions } from '../settings-queries.ts';
import { AddedNotice } from './added-notice.tsx';
import { DeleteRoleDialog, RoleNameDialog } from './role-dialogs.tsx';
import { RoleMatrixTable } from './role-matrix-table.tsx';
import { SaveBar } from './save-bar.tsx';
import { type RoleEdit, useRoleEdit } from './use-role-edit.ts';

type Catalogue = NonNullable<ReturnType<typeof usePermissions>['data']>;
type Task = 'rename' | 'copy' | 'delete';

interface RolePanelProps {
  readonly role: Role;
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly onChosen: (id: string | undefined) => void;
}

/** What can be done with a role beside its matrix. */
function useActs(role: Role, edit: RoleEdit, onDo: (task: Task) => void): readonly (MenuAct | null)[] {
  const word = useSettingsWords();
  const { shippedGrants } = role;
  const asShipped = shippedGrants === null || changedGrants(shippedGrants, edit.grants).length === 0;
  return [
    { key: 'copy', word: word('roles.copy'), icon: 'copy', onClick: () => onDo('copy') },
    { key: 'rename', word: word('roles.rename'), icon: 'edit', onClick: () => onDo('rename') },
    ...(shippedGrants
      ? [
          {
            key: 'reset',
            word: word('roles.reset'),
            icon: 'undo' as const,
            disabled: asShipped,
            onClick: () => edit.set(shippedGrants),
          },
        ]
      : []),
    ...(role.kind === 'shipped'
      ? []
      : [
          null,
          {
            key: 'delete',
            word: word('roles.delete'),
            icon: 'trash' as const,
            danger: true,
            onClick: () => onDo('delete'),
          },
        ]),
  ];
}

function Head({ role, name, menu }: { readonly role: Role; readonly name: string; readonly menu: ReactNode }) {
  const word = useSettingsWords();
  return (
    <header className="role-head">
      <div className="k-grow">
        <h2>
          {name} <StateTag tone="outline">{word(`roles.kind.${role.kind}`)}</StateTag>
        </h2>
        <p className="k-s13 k-t2">
          <Facts>
            {word('roles.members', { count: role.memberCount })}
            {role.kind === 'separated' && word(`roles.office.${role.key as 'audit_administrator'}`)}
          </Facts>
        </p>
      </div>
      {menu}
    </header>
  );
}

/** One role: who holds it, its matrix, what can be done with it. */
export function RolePanel({ role, name, catalogue, onChosen }: RolePanelProps) {
  const word = useSettingsWords();
  const may = useMay();
  const edit = useRoleEdit(role);
  const [task, setTask] = useState<Task>();
  const acts = useActs(role, edit, setTask);
  const manages = may('organization.manageRoles');
  const close = () => setTask(undefined);
  return (
    <section className="role-panel" aria-label={name}>
      <Head
        role={role}
        name={name}
        menu={
          manages && (
            <>
              <Button icon="copy" onClick={() => setTask('copy')}>
                {word('roles.copy')}
              </Button>
              <MenuButton acts={acts}>
                <IconButton icon="more" label={word('roles.acts', { name })} />
              </MenuButton>
            </>
          )
        }
      />
      <AddedNotice role={role} catalogue={catalogue} manages={manages} />
      <RoleMatrixTable
        name={name}
        catalogue={catalogue}
        grants={edit.grants}
        saved={role.grants}
        added={role.added}
        onChange={manages ? edit.set : undefined}
      />
      <ProblemNotice error={edit.error} />
      {edit.changed.length > 0 && <SaveBar edit={edit} catalogue={catalogue} />}
      {task === 'rename' && <RoleNameDialog role={role} name={name} onClose={close} />}
      {task === 'copy' && <RoleNameDialog copyOf={role} name={name} onClose={close} onMade={onChosen} />}
      {task === 'delete' && (
        <DeleteRoleDialog role={role} name={name} onClose={close} onGone={() => onChosen(undefined)} />
      )}
    </section>
  );
}
