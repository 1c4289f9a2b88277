import { listClockReasons } from '@dealtrail/protocol/clocks';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { ReasonsForm } from '../parts/reasons-form.tsx';
import { useTimeWords } from '../parts/words.ts';

/** What people may say when a time limit was missed, or is put off. */
export function ClockReasons() {
  const word = useTimeWords();
  const found = useOperation(listClockReasons, {});
  return (
    <SettingsFrame here="clockReasons" note={word('time.reasons.note')}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <div className="time-reason-lists">
          {found.data.items.map((list) => (
            <ReasonsForm key={`${list.kind} ${list.version}`} list={list} />
          ))}
        </div>
      ) : (
        <Skeleton shape="rows" count={8} />
      )}
    </SettingsFrame>
  );
}
