import { signIn } from '@dealtrail/protocol/auth';
import { setUpState } from '@dealtrail/protocol/organization';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { safeNext, useSignedIn } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { KnownCredentials } from '../parts/credential-fields.tsx';
import { Door } from '../parts/door.tsx';

interface Credentials {
  email: string;
  password: string;
}

/** Signing in with e-mail and password; afterwards the page that was asked for. */
export function SignIn() {
  const word = useWords<keyof typeof zh>();
  const [search] = useAddressSearch();
  const go = useGo();
  const takeOver = useSignedIn();
  const setUp = useOperation(setUpState, {});
  const act = useAct(signIn);
  const problem = useProblemWords(act.error);
  const enter = async (typed: Credentials) => {
    takeOver(await act.run({ body: typed }));
    go(safeNext(search['next']), true);
  };
  return (
    <Door title={word('organization.signIn.title')}>
      {setUp.data?.open && <Notice title={word('organization.signIn.setUp')} />}
      <FormFrame<Credentials>
        label={word('organization.signIn.title')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('organization.signIn.act')}
        onSubmit={enter}
      >
        <KnownCredentials />
      </FormFrame>
      <p className="k-s12 k-t3">{word('organization.signIn.forgot')}</p>
    </Door>
  );
}
