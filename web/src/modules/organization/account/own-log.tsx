import { listOwnSignIns } from '@dealtrail/protocol/auth';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { MoreButton } from './more-button.tsx';
import { SignInLines } from './sign-in-lines.tsx';
import { useLog } from './use-log.ts';
import { useAccountWords } from './words.ts';

/** Sign-ins and changes of the own account. */
export function OwnLog() {
  const word = useAccountWords();
  const log = useLog(listOwnSignIns, {});
  return (
    <Card title={word('account.log')} flush>
      {log.isPending ? (
        <div className="k-card-body">
          <Skeleton shape="rows" count={3} />
        </div>
      ) : log.error ? (
        <div className="k-card-body">
          <ProblemState error={log.error} onRetry={() => void log.refetch()} />
        </div>
      ) : (
        <SignInLines entries={log.entries} />
      )}
      <div className="k-card-body k-row k-wrap">
        <p className="k-grow k-s13 k-t3">{word('account.log.note')}</p>
        <MoreButton log={log} />
      </div>
    </Card>
  );
}
