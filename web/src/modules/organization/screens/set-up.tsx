import { setUp, setUpState } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useSignedIn } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { NewCredentials } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';
import { useLinkToken } from '../parts/use-link-token.ts';

interface FirstOrganization {
  organizationName: string;
  name: string;
  email: string;
  password: string;
}

function SetUpForm() {
  const word = useWords<keyof typeof zh>();
  const token = useLinkToken();
  const go = useGo();
  const takeOver = useSignedIn();
  const act = useAct(setUp);
  const problem = useProblemWords(act.error);
  const found = async (typed: FirstOrganization) => {
    takeOver(await act.run({ body: { ...typed, token } }));
    go('/', true);
  };
  return (
    <FormFrame<FirstOrganization>
      label={word('organization.setUp.title')}
      initial={{}}
      guard={false}
      problem={problem}
      submitWord={word('organization.setUp.act')}
      onSubmit={found}
    >
      <Field name="organizationName" label={word('organization.organizationName')} required>
        <Input autoComplete="organization" maxLength={120} />
      </Field>
      <NewCredentials />
    </FormFrame>
  );
}

/** The set-up door: the organisation and its first administrator, once. */
export function SetUp() {
  const word = useWords<keyof typeof zh>();
  const go = useGo();
  const state = useOperation(setUpState, {});
  if (state.isError)
    return (
      <Door title={word('organization.setUp.title')}>
        <ProblemState error={state.error} onRetry={() => void state.refetch()} />
      </Door>
    );
  if (!state.data)
    return (
      <Door title={word('organization.setUp.title')}>
        <Skeleton />
      </Door>
    );
  if (!state.data.open)
    return (
      <Door title={word('organization.setUp.title')} note={word('organization.setUp.closed')}>
        <Button kind="primary" wide onClick={() => go('/sign-in')}>
          {word('organization.setUp.toSignIn')}
        </Button>
      </Door>
    );
  return (
    <Door title={word('organization.setUp.title')} note={word('organization.setUp.note')}>
      <SetUpForm />
    </Door>
  );
}
