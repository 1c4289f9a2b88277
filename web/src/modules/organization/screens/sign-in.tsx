import { setUpState } from '@dealtrail/protocol/organization';
import { useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { Link, useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { safeNext, useSignedIn } from '../../../kernel/session/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { Door } from '../parts/door.tsx';
import { useSignInSteps } from '../parts/sign-in-steps.tsx';

/** Signing in, then the page that was asked for. */
export function SignIn() {
  const word = useWords<keyof typeof zh>();
  const [search] = useAddressSearch();
  const go = useGo();
  const takeOver = useSignedIn();
  const setUp = useOperation(setUpState, {});
  const { second, form } = useSignInSteps((session) => {
    takeOver(session);
    go(safeNext(search['next']), true);
  });
  if (second)
    return (
      <Door title={word('organization.secondStep.title')} note={word('organization.secondStep.note')}>
        {form}
      </Door>
    );
  return (
    <Door title={word('organization.signIn.title')}>
      {setUp.data?.open && <Notice title={word('organization.signIn.setUp')} />}
      {form}
      <p className="k-s13">
        <Link to="/forgot-password">{word('organization.signIn.forgot')}</Link>
      </p>
    </Door>
  );
}
