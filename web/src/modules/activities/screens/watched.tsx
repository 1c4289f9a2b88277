import { listWatched, setWatch, type Watched as WatchedRecord } from '@dealtrail/protocol/activities';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { pageOfRecord } from '../rules/page-of-record.ts';
import { useActivityWords } from '../parts/words.ts';

function Line({ record }: { readonly record: WatchedRecord }) {
  const word = useActivityWords();
  const act = useAct(setWatch, { invalidates: ['activities.*'] });
  const page = pageOfRecord(record.kind, record.recordId);
  return (
    <li>
      <div className="k-grow">
        <b>{page ? <Link to={page}>{record.title}</Link> : record.title}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {record.number}
            <>
              {word('activities.watch.since')} <Moment at={record.since} />
            </>
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
      <Button
        small
        busy={act.busy}
        onClick={() => act.press({ params: { id: record.recordId }, body: { watching: false } })}
      >
        {word('activities.watch.stop')}
      </Button>
    </li>
  );
}

/** 我的关注: the records the member follows. */
export function Watched() {
  const word = useActivityWords();
  const found = useOperation(listWatched, {});
  const items = found.data?.items;
  return (
    <SettingsFrame here="watched" note={word('activities.watch.note')}>
      {found.isError && !items ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !items ? (
        <Skeleton shape="rows" count={3} />
      ) : items.length === 0 ? (
        <Empty icon="star" title={word('activities.watch.none')} hint={word('activities.watch.none.hint')} />
      ) : (
        <ul className="settings-list">
          {items.map((record) => (
            <Line key={record.recordId} record={record} />
          ))}
        </ul>
      )}
    </SettingsFrame>
  );
}
