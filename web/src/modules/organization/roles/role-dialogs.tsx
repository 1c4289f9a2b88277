import { createRole, deleteRole, type Role, updateRole } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useSettingsWords } from '../parts/words.ts';

interface RoleNameDialogProps {
  /** The role to rename; absent: a new one is made. */
  readonly role?: Role;
  /** The role the new one grants the same as. */
  readonly copyOf?: Role;
  /** How the role, or its model, is called now. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onMade?: (id: string) => void;
}

/** Gives a role its name: a new one, a copy, or one that is there. */
export function RoleNameDialog({ role, copyOf, name, onClose, onMade }: RoleNameDialogProps) {
  const word = useSettingsWords();
  const create = useAct(createRole, { invalidates: ['organization.*'] });
  const rename = useAct(updateRole, { invalidates: ['organization.*'] });
  const problem = useProblemWords(create.error ?? rename.error);
  const title = role
    ? word('roles.rename')
    : copyOf
      ? word('roles.copyOf', { name: name ?? copyOf.name })
      : word('roles.new');
  const save = async (typed: { name: string }) => {
    const given = typed.name.trim();
    if (role) await rename.run({ params: { id: role.id }, body: { version: role.version, name: given } });
    else onMade?.((await create.run({ body: { name: given, ...(copyOf ? { copyOf: copyOf.id } : {}) } })).id);
    onClose();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<{ name: string }>
        label={title}
        initial={{ name: role ? (name ?? role.name) : '' }}
        guard={false}
        problem={problem}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="name" label={word('roles.name')} required {...(role ? {} : { help: word('roles.name.hint') })}>
          <Input maxLength={40} autoFocus />
        </Field>
      </FormFrame>
    </Dialog>
  );
}

interface DeleteRoleDialogProps {
  readonly role: Role;
  readonly name: string;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Asks before a role goes; one that somebody holds stays. */
export function DeleteRoleDialog({ role, name, onClose, onGone }: DeleteRoleDialogProps) {
  const word = useSettingsWords();
  const act = useAct(deleteRole, {
    invalidates: ['organization.*'],
    onDone: () => {
      onClose();
      onGone();
    },
  });
  const held = role.memberCount > 0;
  const foot = (
    <>
      <Button onClick={onClose}>{word('roles.keep')}</Button>
      <Button kind="danger" disabled={held} busy={act.busy} onClick={() => act.press({ params: { id: role.id } })}>
        {word('roles.delete')}
      </Button>
    </>
  );
  return (
    <Dialog open title={word('roles.deleteOf', { name })} onClose={onClose} foot={foot}>
      <div className="k-stack">
        <p>{held ? word('roles.delete.held', { count: role.memberCount }) : word('roles.delete.note')}</p>
        <ProblemNotice error={act.error} />
      </div>
    </Dialog>
  );
}
