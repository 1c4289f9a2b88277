import { ProblemState } from '../../../kernel/states/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Timeline } from '../../../kit/timeline/index.ts';
import { useReadings, useRecordExports } from '../queries.ts';
import { useRecordWords } from './words.ts';

interface Seen {
  readonly key: string;
  readonly at: string;
  readonly who: string | null;
  readonly how: string;
  readonly reason: string | null;
}

/** Looks at contact data, and exports that held the record with its contact data masked, the newest first. */
function useSeen(recordId: string) {
  const word = useRecordWords();
  const looks = useReadings(recordId);
  const exports = useRecordExports(recordId);
  const seen: readonly Seen[] | undefined = looks.data && [
    ...looks.data.items.map(({ id, at, memberName, purpose, reason }) => ({
      key: id,
      at,
      who: memberName,
      how: word(`records.readings.${purpose}`),
      reason,
    })),
    // An export with contact data in full is a look of its own already.
    ...(exports.data?.items ?? [])
      .filter(({ clear }) => !clear)
      .map(({ exportId, at, memberName, reason }) => ({
        key: exportId,
        at,
        who: memberName,
        how: word('records.readings.masked'),
        reason,
      })),
  ];
  return { looks, seen: seen && [...seen].sort((one, other) => (one.at < other.at ? 1 : -1)) };
}

/** Who saw the contact data of a record in full or took the record out of the product, when and why. */
export function RecordReadings({ recordId }: { readonly recordId: string }) {
  const word = useRecordWords();
  const { looks, seen } = useSeen(recordId);
  if (looks.isError && !looks.data) return <ProblemState error={looks.error} onRetry={() => void looks.refetch()} />;
  if (!seen) return <Skeleton count={3} />;
  if (seen.length === 0) return <p className="k-t3">{word('records.readings.none')}</p>;
  return (
    <Timeline
      items={seen.map(({ key, at, who, how, reason }) => ({
        key,
        at,
        title: who ?? '—',
        by: how,
        ...(reason ? { body: reason } : {}),
      }))}
    />
  );
}
