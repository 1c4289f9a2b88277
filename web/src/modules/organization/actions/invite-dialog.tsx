import { inviteMember, type RoleKey } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { DepartmentSelect } from '../parts/department-select.tsx';
import { ShareLink } from '../parts/share-link.tsx';
import { RoleSelect } from '../parts/role-select.tsx';
import { useSettingsWords } from '../parts/words.ts';

interface Typed {
  name?: string;
  email?: string;
  departmentId?: string | null;
  roleKeys: RoleKey[];
}

type Made = Answer<typeof inviteMember>;

function Link({
  made,
  onMore,
  onClose,
}: {
  readonly made: Made;
  readonly onMore: () => void;
  readonly onClose: () => void;
}) {
  const word = useSettingsWords();
  return (
    <div className="k-stack">
      <p>{word('settings.invitation.link.note')}</p>
      <ShareLink label={word('settings.invitation.link')} link={made.link} />
      {made.mail !== 'none' && (
        <Notice tone={made.mail === 'not_configured' ? 'soon' : 'plain'} title={word(`settings.mail.${made.mail}`)} />
      )}
      <div className="k-form-foot">
        <Button onClick={onMore}>{word('settings.invite.more')}</Button>
        <Button kind="primary" onClick={onClose}>
          {word('settings.done')}
        </Button>
      </div>
    </div>
  );
}

/** Invites a colleague: who, where to and with which roles; then the link, which is shown this once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useSettingsWords();
  const act = useAct(inviteMember, { invalidates: ['organization.*'] });
  const problem = useProblemWords(act.error);
  const [made, setMade] = useState<Made>();
  const send = async ({ name, email, departmentId, roleKeys }: Typed) => {
    const address = email?.trim();
    const body = { name: name ?? null, departmentId: departmentId ?? null, roleKeys };
    setMade(await act.run({ body: address ? { ...body, email: address } : body }));
  };
  return (
    <Dialog open title={word('settings.invite')} onClose={onClose} width={520}>
      {made ? (
        <Link made={made} onMore={() => setMade(undefined)} onClose={onClose} />
      ) : (
        <FormFrame<Typed>
          label={word('settings.invite')}
          initial={{ roleKeys: ['representative'] }}
          guard={false}
          problem={problem}
          submitWord={word('settings.invite.act')}
          onCancel={onClose}
          onSubmit={send}
        >
          <Field name="name" label={word('settings.member.name')}>
            <Input maxLength={80} autoComplete="off" autoFocus />
          </Field>
          <Field name="email" label={word('settings.member.email')} help={word('settings.invite.email.hint')}>
            <Input inputMode="email" maxLength={254} autoComplete="off" />
          </Field>
          <Field name="departmentId" label={word('settings.member.department')}>
            <DepartmentSelect placeholder={word('settings.member.noDepartment')} />
          </Field>
          <Field name="roleKeys" label={word('settings.member.roles')} required>
            <RoleSelect />
          </Field>
        </FormFrame>
      )}
    </Dialog>
  );
}
