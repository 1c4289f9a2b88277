import { ProblemState } from '../../../kernel/states/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Timeline } from '../../../kit/timeline/index.ts';
import { useReadings } from '../queries.ts';
import { useRecordWords } from './words.ts';

/** Who saw the contact data of a record in full, when and why. */
export function RecordReadings({ recordId }: { readonly recordId: string }) {
  const word = useRecordWords();
  const found = useReadings(recordId);
  if (found.isError && !found.data) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={3} />;
  if (found.data.items.length === 0) return <p className="k-t3">{word('records.readings.none')}</p>;
  return (
    <Timeline
      items={found.data.items.map(({ id, at, memberName, purpose, reason }) => ({
        key: id,
        at,
        title: memberName ?? '—',
        by: word(`records.readings.${purpose}`),
        ...(reason ? { body: reason } : {}),
      }))}
    />
  );
}
