import { resetPassword } from '@dealtrail/protocol/auth';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Failure, Skeleton } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { Door } from '../parts/door.tsx';
import { useLinkToken } from '../parts/use-link-token.ts';
import { useResetLink } from '../queries.ts';

function NewPassword({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const word = useWords<keyof typeof zh>();
  const act = useAct(resetPassword);
  const problem = useProblemWords(act.error);
  const save = async ({ password }: { password: string }) => {
    await act.run({ body: { token, password } });
    onDone();
  };
  return (
    <FormFrame<{ password: string }>
      label={word('organization.reset.title')}
      initial={{}}
      guard={false}
      problem={problem}
      submitWord={word('organization.reset.act')}
      onSubmit={save}
    >
      <Field
        name="password"
        label={word('organization.newPassword')}
        help={word('organization.password.hint')}
        required
      >
        <Input.Password autoComplete="new-password" maxLength={128} autoFocus />
      </Field>
    </FormFrame>
  );
}

/** A new password by a link from a mail or an administrator. It signs nobody in: the way on is the sign-in page. */
export function ResetPassword() {
  const word = useWords<keyof typeof zh>();
  const token = useLinkToken();
  const go = useGo();
  const link = useResetLink(token);
  const refused = useProblemWords(link.error);
  const [done, setDone] = useState(false);
  const toSignIn = (
    <Button kind={done ? 'primary' : 'plain'} wide onClick={() => go('/sign-in', true)}>
      {word('organization.setUp.toSignIn')}
    </Button>
  );
  if (done)
    return (
      <Door title={word('organization.reset.done')} note={word('organization.reset.done.note')}>
        {toSignIn}
      </Door>
    );
  if (refused)
    return (
      <Door title={word('organization.reset.title')}>
        <Failure title={refused.title} hint={refused.hint} id={refused.id} />
        <Button kind="primary" wide onClick={() => go('/forgot-password')}>
          {word('organization.forgot.title')}
        </Button>
        {toSignIn}
      </Door>
    );
  if (!link.data)
    return (
      <Door title={word('organization.reset.loading')}>
        <Skeleton />
      </Door>
    );
  return (
    <Door title={word('organization.reset.title')} note={word('organization.reset.note')}>
      <NewPassword token={token} onDone={() => setDone(true)} />
    </Door>
  );
}
