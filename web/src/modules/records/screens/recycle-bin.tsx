import { type DeletedRecord, restoreRecords } from '@dealtrail/protocol/records';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { PurgeDialog } from '../actions/purge-dialog.tsx';
import { useRecordWords, useSaid } from '../parts/words.ts';
import { useDeleted } from '../queries.ts';
import '../parts/records.css';

const kinds = ['', 'lead', 'customer', 'opportunity'] as const;

function Line({ record, onPurge }: { readonly record: DeletedRecord; readonly onPurge: (() => void) | undefined }) {
  const word = useRecordWords();
  const said = useSaid();
  const say = useSay();
  const act = useAct(restoreRecords, {
    invalidates: ['records.*', 'leads.*', 'customers.*', 'opportunities.*', 'activities.*', 'insights.*'],
  });
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const restore = async () => {
    const { items } = await act.run({ body: { ids: [record.id] } });
    setReasons((items[0]?.reasons ?? []).map((why) => say(why)));
  };
  const { title, kind, number, ownerName, deletedByName, deletedAt, reason, daysLeft } = record;
  return (
    <li>
      <div className="k-grow">
        <b>{title}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {said(`records.kind.${kind}`) ?? kind}
            <span className="k-number">{number}</span>
            {ownerName && word('records.bin.owner', { name: ownerName })}
            {deletedByName && word('records.bin.by', { name: deletedByName })}
            <Moment at={deletedAt} />
            {reason}
          </Facts>
        </div>
        {reasons.map((why) => (
          <div key={why} role="alert" className="k-s13 bin-refused">
            {why}
          </div>
        ))}
        <ProblemNotice error={act.error} />
      </div>
      <StateTag tone={daysLeft <= 3 ? 'soon' : 'outline'}>{word('records.bin.left', { days: daysLeft })}</StateTag>
      <div className="bin-acts">
        <Button
          small
          icon="undo"
          busy={act.busy}
          label={word('records.bin.restoreOf', { title })}
          onClick={() => void restore().catch(() => undefined)}
        >
          {word('records.bin.restore')}
        </Button>
        {onPurge && (
          <Button small kind="quiet" label={word('records.bin.purgeOf', { title })} onClick={onPurge}>
            {word('records.bin.purge')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The recycle bin: what was deleted in the last 30 days, back at a press. */
export function RecycleBin() {
  const word = useRecordWords();
  const said = useSaid();
  const may = useMay();
  const { words } = useKit();
  const [search, setSearch] = useAddressSearch();
  const [purging, setPurging] = useState<DeletedRecord>();
  const [q, kind] = [search['q'] ?? '', search['kind'] ?? ''];
  const { items, error, retry, onMore, loadingMore } = useDeleted(q, kind);
  const asked = q !== '' || kind !== '';
  return (
    <SettingsFrame here="recycleBin" note={word('records.bin.note')}>
      <div className="bin-bar">
        <SearchBox
          label={word('records.bin.search')}
          value={q}
          onSearch={(text) => setSearch({ q: text || undefined })}
        />
        <Segmented
          label={word('records.bin.kind')}
          value={kind}
          onChange={(next) => setSearch({ kind: next || undefined })}
          choices={kinds.map((value) => ({
            value: value as string,
            word: value === '' ? word('records.bin.all') : (said(`records.kind.${value}`) ?? value),
          }))}
        />
      </div>
      {error && !items ? (
        <ProblemState error={error} onRetry={retry} />
      ) : !items ? (
        <Skeleton shape="rows" count={4} />
      ) : items.length === 0 ? (
        <Empty
          icon="trash"
          title={word(asked ? 'records.bin.nothing' : 'records.bin.empty')}
          hint={word(asked ? 'records.bin.nothing.hint' : 'records.bin.empty.hint')}
        />
      ) : (
        <ul className="settings-list">
          {items.map((record) => (
            <Line
              key={record.id}
              record={record}
              onPurge={may('records.purge') ? () => setPurging(record) : undefined}
            />
          ))}
        </ul>
      )}
      {onMore && (
        <Button kind="link" busy={loadingMore} onClick={onMore}>
          {words.timeline.more}
        </Button>
      )}
      {purging && <PurgeDialog record={purging} onClose={() => setPurging(undefined)} />}
    </SettingsFrame>
  );
}
