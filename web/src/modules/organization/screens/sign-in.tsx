import { signIn } from '@dealtrail/protocol/auth';
import { setUpState } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useState } from 'react';
import { ProblemError, useAct, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { Link, useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { safeNext, useSignedIn } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { KnownCredentials } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';

interface Credentials {
  identifier: string;
  password: string;
}

interface StepProps {
  readonly onEnter: (typed: Credentials & { code?: string }) => Promise<void>;
  readonly problem: ReturnType<typeof useProblemWords>;
}

function FirstStep({ onEnter, problem }: StepProps) {
  const word = useWords<keyof typeof zh>();
  return (
    <>
      <FormFrame<Credentials>
        label={word('organization.signIn.title')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('organization.signIn.act')}
        onSubmit={onEnter}
      >
        <KnownCredentials />
      </FormFrame>
      <p className="k-s13">
        <Link to="/forgot-password">{word('organization.signIn.forgot')}</Link>
      </p>
    </>
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

/** Signing in: a name of three kinds and the password, a code where there is a second step; then the page that was asked for. */
export function SignIn() {
  const word = useWords<keyof typeof zh>();
  const [search] = useAddressSearch();
  const go = useGo();
  const takeOver = useSignedIn();
  const setUp = useOperation(setUpState, {});
  const act = useAct(signIn);
  /** What was right so far, while the second step is asked. */
  const [known, setKnown] = useState<Credentials>();
  const problem = useProblemWords(act.error);
  const enter = async (typed: Credentials & { code?: string }) => {
    try {
      takeOver(await act.run({ body: typed }));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'second_factor_needed') throw error;
      act.reset();
      setKnown(typed);
      return;
    }
    go(safeNext(search['next']), true);
  };
  const startAgain = () => {
    act.reset();
    setKnown(undefined);
  };
  if (known)
    return (
      <Door title={word('organization.secondStep.title')} note={word('organization.secondStep.note')}>
        <SecondStep onEnter={enter} problem={problem} known={known} />
        <Button kind="link" onClick={startAgain}>
          {word('organization.secondStep.back')}
        </Button>
      </Door>
    );
  return (
    <Door title={word('organization.signIn.title')}>
      {setUp.data?.open && <Notice title={word('organization.signIn.setUp')} />}
      <FirstStep onEnter={enter} problem={problem} />
    </Door>
  );
}
