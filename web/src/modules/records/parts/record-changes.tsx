import { type RecordChange, restoreValue } from '@dealtrail/protocol/audit';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Timeline } from '../../../kit/timeline/index.ts';
import { useChanges } from '../queries.ts';
import { ChangeLines, useChangeTitle } from './change-lines.tsx';
import { useFieldName } from './change-words.ts';
import { useRecordWords } from './words.ts';

function Change({ change, version }: { readonly change: RecordChange; readonly version: number | null }) {
  const word = useRecordWords();
  const nameOf = useFieldName();
  const act = useAct(restoreValue, {
    invalidates: ['audit.*', 'leads.*', 'customers.*', 'opportunities.*', 'activities.*', 'records.*'],
  });
  const putBack = (field: string, before: string) =>
    version !== null &&
    change.restorable.includes(field) && (
      <Button
        small
        kind="link"
        icon="undo"
        busy={act.busy}
        label={word('records.changes.putBackOf', { field: nameOf(change.table, field), value: before })}
        onClick={() => act.press({ params: { id: change.id }, body: { field, version } })}
      >
        {word('records.changes.putBack')}
      </Button>
    );
  return (
    <>
      <ChangeLines change={change} act={putBack} />
      <ProblemNotice error={act.error} />
    </>
  );
}

/** Who changed what on a record, field by field; one value back at a press where the rules allow it. */
export function RecordChanges({ recordId }: { readonly recordId: string }) {
  const word = useRecordWords();
  const titleOf = useChangeTitle();
  const { items, first, error, retry, onMore, loadingMore } = useChanges(recordId);
  if (error && !items) return <ProblemState error={error} onRetry={retry} />;
  if (!items) return <Skeleton count={4} />;
  if (items.length === 0) return <p className="k-t3">{word('records.changes.none')}</p>;
  return (
    <Timeline
      items={items.map((change) => ({
        key: change.id,
        at: change.at,
        title: titleOf(change),
        by: change.actorName ?? word('records.changes.system'),
        body: <Change change={change} version={first?.version ?? null} />,
      }))}
      onMore={onMore}
      loadingMore={loadingMore}
    />
  );
}
