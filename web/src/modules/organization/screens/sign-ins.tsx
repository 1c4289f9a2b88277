import { listSignIns } from '@dealtrail/protocol/organization';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { MoreButton } from '../account/more-button.tsx';
import { SecondStepPolicy } from '../account/second-step-policy.tsx';
import { type LogEntry, SignInLines } from '../account/sign-in-lines.tsx';
import { useLog } from '../account/use-log.ts';
import { useAccountWords } from '../account/words.ts';
import { ColleagueSelect } from '../parts/colleague-select.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import '../account/account.css';

/** The sign-in log of the company, of everybody or of one member. */
export function SignIns() {
  const word = useAccountWords();
  const [search, change] = useAddressSearch();
  const memberId = search['member'];
  const log = useLog(listSignIns, memberId ? { memberId } : {});
  const member = ({ memberId: id, memberName = '' }: LogEntry) =>
    id === memberId ? (
      memberName
    ) : (
      <Button
        kind="link"
        small
        label={word('account.log.of', { name: memberName })}
        onClick={() => change({ member: id }, false)}
      >
        {memberName}
      </Button>
    );
  return (
    <SettingsFrame here="signIns" note={word('account.log.page.note')}>
      <div className="account account-policy">
        <SecondStepPolicy />
      </div>
      <div className="k-row k-wrap settings-bar">
        <div className="account-filter">
          <ColleagueSelect
            label={word('account.log.all')}
            placeholder={word('account.log.all')}
            clearable
            {...(memberId ? { value: memberId } : {})}
            onChange={(id) => change({ member: id ?? undefined }, false)}
          />
        </div>
      </div>
      {log.isPending ? (
        <Skeleton shape="rows" count={8} />
      ) : log.error ? (
        <ProblemState error={log.error} onRetry={() => void log.refetch()} />
      ) : log.entries.length === 0 ? (
        <Empty icon="key" title={word('account.log.empty')} />
      ) : (
        <div className="settings-list">
          <SignInLines entries={log.entries} member={member} />
        </div>
      )}
      <MoreButton log={log} />
    </SettingsFrame>
  );
}
