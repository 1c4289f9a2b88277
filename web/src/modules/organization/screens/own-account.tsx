import { Link } from '../../../kernel/routing/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { Leaves } from '../account/leaves.tsx';
import { OwnLog } from '../account/own-log.tsx';
import { OwnPassword } from '../account/own-password.tsx';
import { OwnSessions } from '../account/own-sessions.tsx';
import { Profile } from '../account/profile.tsx';
import { SecondStep } from '../account/second-step.tsx';
import { useAccountWords } from '../account/words.ts';
import '../account/account.css';

/** The own account: who one is, how one signs in, where one is signed in. */
export function OwnAccount() {
  const word = useAccountWords();
  return (
    <Page title={word('account.title')}>
      <div className="account k-stack">
        <Profile />
        <Leaves />
        <OwnPassword />
        <SecondStep />
        <OwnSessions />
        <OwnLog />
        <Card title={word('account.keys')}>
          <p className="k-t2">
            {word('account.keys.note')} <Link to="/settings/api-keys">{word('account.keys.open')}</Link>
          </p>
        </Card>
      </div>
    </Page>
  );
}
