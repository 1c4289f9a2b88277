import { startDemo } from '@dealtrail/protocol/demo';
import { setUp, setUpState } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useSignedIn } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
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
  /** An empty organisation, or one beside it full of made-up sales to look around in first. */
  begin?: 'empty' | 'year' | 'weeks';
}

const demos = { year: {}, weeks: { days: 21, leads: 60 } } as const;

function SetUpForm() {
  const word = useWords<keyof typeof zh>();
  const token = useLinkToken();
  const go = useGo();
  const takeOver = useSignedIn();
  const act = useAct(setUp);
  const demo = useAct(startDemo);
  const problem = useProblemWords(act.error);
  const found = async ({ begin = 'empty', ...typed }: FirstOrganization) => {
    const session = await act.run({ body: { ...typed, token } });
    if (begin !== 'empty') await demo.run({ body: demos[begin] });
    takeOver(session);
    go(begin === 'empty' ? '/' : '/demo', true);
  };
  return (
    <FormFrame<FirstOrganization>
      label={word('organization.setUp.title')}
      initial={{ begin: 'empty' }}
      guard={false}
      problem={problem}
      submitWord={word('organization.setUp.act')}
      onSubmit={found}
    >
      <Field name="organizationName" label={word('organization.organizationName')} required>
        <Input autoComplete="organization" maxLength={120} />
      </Field>
      <NewCredentials />
      <Field name="begin" label={word('organization.setUp.begin')} help={word('organization.setUp.begin.help')}>
        <ChoiceChips
          choices={[
            { value: 'empty', word: word('organization.setUp.begin.empty') },
            { value: 'year', word: word('organization.setUp.begin.year') },
            { value: 'weeks', word: word('organization.setUp.begin.weeks') },
          ]}
        />
      </Field>
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
