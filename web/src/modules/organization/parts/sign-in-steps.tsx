import { type Session, signIn } from '@dealtrail/protocol/auth';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemError, useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import type { zh } from '../messages/zh.ts';
import { KnownCredentials } from './credential-fields.tsx';

interface Credentials {
  identifier: string;
  password: string;
}

interface StepProps {
  readonly onEnter: (typed: Credentials & { code?: string }) => Promise<void>;
  readonly problem: ReturnType<typeof useProblemWords>;
}

function FirstStep({ onEnter, problem, identifier }: StepProps & { readonly identifier: string | undefined }) {
  const word = useWords<keyof typeof zh>();
  return (
    <FormFrame<Credentials>
      label={word('organization.signIn.title')}
      initial={identifier === undefined ? {} : { identifier }}
      guard={false}
      problem={problem}
      submitWord={word('organization.signIn.act')}
      onSubmit={onEnter}
    >
      <KnownCredentials known={identifier !== undefined} />
    </FormFrame>
  );
}

function SecondStep({ onEnter, problem, known }: StepProps & { readonly known: Credentials }) {
  const word = useWords<keyof typeof zh>();
  return (
    <FormFrame<{ code: string }>
      label={word('organization.secondStep.title')}
      initial={{}}
      guard={false}
      problem={problem}
      submitWord={word('organization.signIn.act')}
      onSubmit={({ code }) => onEnter({ ...known, code })}
    >
      <Field
        name="code"
        label={word('organization.secondStep.code')}
        help={word('organization.secondStep.code.hint')}
        required
      >
        <Input inputMode="text" autoComplete="one-time-code" maxLength={40} autoFocus />
      </Field>
    </FormFrame>
  );
}

interface SignInSteps {
  /** The password was right and a code is asked for. */
  readonly second: boolean;
  /** The step that is to be done now. */
  readonly form: ReactNode;
}

/** The steps of signing in: a name of three kinds and the password, then a code where the account has a second step. */
export function useSignInSteps(onSession: (session: Session) => void, identifier?: string): SignInSteps {
  const word = useWords<keyof typeof zh>();
  const act = useAct(signIn);
  /** What was right so far, while the second step is asked. */
  const [known, setKnown] = useState<Credentials>();
  const problem = useProblemWords(act.error);
  const enter = async (typed: Credentials & { code?: string }) => {
    try {
      onSession(await act.run({ body: typed }));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'second_factor_needed') throw error;
      act.reset();
      setKnown(typed);
    }
  };
  const startAgain = () => {
    act.reset();
    setKnown(undefined);
  };
  const form = known ? (
    <>
      <SecondStep onEnter={enter} problem={problem} known={known} />
      <Button kind="link" onClick={startAgain}>
        {word('organization.secondStep.back')}
      </Button>
    </>
  ) : (
    <FirstStep onEnter={enter} problem={problem} identifier={identifier} />
  );
  return { second: known !== undefined, form };
}
