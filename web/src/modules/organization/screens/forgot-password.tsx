import { requestPasswordReset } from '@dealtrail/protocol/auth';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FormFrame } from '../../../kit/form/index.ts';
import type { zh } from '../messages/zh.ts';
import { IdentifierField } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';

/** Asking for a reset link. The answer is the same whether there is such an account; without a mail server it says whom to ask. */
export function ForgotPassword() {
  const word = useWords<keyof typeof zh>();
  const go = useGo();
  const act = useAct(requestPasswordReset);
  const problem = useProblemWords(act.error);
  const [answer, setAnswer] = useState<'sent' | 'noMail'>();
  const send = async (typed: { identifier: string }) => {
    const { mail } = await act.run({ body: typed });
    setAnswer(mail === 'waiting' ? 'sent' : 'noMail');
  };
  const back = (
    <Button wide onClick={() => go('/sign-in')}>
      {word('organization.forgot.back')}
    </Button>
  );
  if (answer)
    return (
      <Door title={word(`organization.forgot.${answer}`)} note={word(`organization.forgot.${answer}.note`)}>
        {back}
      </Door>
    );
  return (
    <Door title={word('organization.forgot.title')} note={word('organization.forgot.note')}>
      <FormFrame<{ identifier: string }>
        label={word('organization.forgot.title')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('organization.forgot.act')}
        onSubmit={send}
      >
        <IdentifierField />
      </FormFrame>
      <Button kind="link" onClick={() => go('/sign-in')}>
        {word('organization.forgot.back')}
      </Button>
    </Door>
  );
}
