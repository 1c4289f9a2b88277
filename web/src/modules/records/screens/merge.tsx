import type { Answer } from '@dealtrail/protocol/kernel';
import { mergeRecords, previewMerge } from '@dealtrail/protocol/records';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { Empty, Notice, Skeleton } from '../../../kit/states/index.ts';
import { type MergeChoice, proposed, takenFrom } from '../parts/merge/merge-choice.ts';
import { MergeFields, Survivor } from '../parts/merge/merge-fields.tsx';
import { useRecordWords } from '../parts/words.ts';

/** Everything that may stand elsewhere once two records are one. */
const everything = ['records.*', 'leads.*', 'customers.*', 'opportunities.*', 'activities.*', 'insights.*'] as const;

type Preview = Answer<typeof previewMerge>;

function Along({ records, into }: { readonly records: Preview['records']; readonly into: string }) {
  const word = useRecordWords();
  const say = useSay();
  const given = records.filter(({ id }) => id !== into);
  return (
    <Card title={word('merge.along')}>
      <ul className="merges">
        {given.map(({ id, title, number, along }) => (
          <li key={id}>
            <b>{`${number} ${title}`}</b>
            <span className="k-t2">
              {along.length === 0
                ? word('merge.along.nothing')
                : along.map(({ key, count }) => say({ key: `merge.${key}`, params: { count } })).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SideBySide({ preview, first }: { readonly preview: Preview; readonly first: MergeChoice }) {
  const word = useRecordWords();
  const go = useGo();
  const [choice, setChoice] = useState(first);
  const { records, fields, kind, undoDays } = preview;
  const page = kind === 'lead' ? '/leads' : '/customers';
  const act = useAct(mergeRecords, { invalidates: everything, onDone: ({ id }) => go(`${page}/${id}`) });
  const from = records.flatMap(({ id }) => (id === choice.into ? [] : [id]));
  const press = () =>
    act.press({ params: { id: choice.into }, body: { from, take: takenFrom(records, fields, choice) } });
  return (
    <div className="k-stack merge-page">
      <Card title={word('merge.which')}>
        <Survivor records={records} choice={choice} onChoose={setChoice} />
      </Card>
      <Card title={word('merge.values')}>
        <MergeFields table={`${kind}s`} records={records} fields={fields} choice={choice} onChoose={setChoice} />
      </Card>
      <Along records={records} into={choice.into} />
      <ProblemNotice error={act.error} />
      <p className="k-t2">{word('merge.undo.note', { days: undoDays })}</p>
      <div className="k-row">
        <Button kind="primary" icon="merge" busy={act.busy} onClick={press}>
          {word('merge.act', { count: records.length })}
        </Button>
        <Button onClick={() => history.back()}>{word('merge.cancel')}</Button>
      </div>
    </div>
  );
}

/** Two to five records side by side: which one stays, which values it has, and what it takes over. */
export function MergeScreen() {
  const word = useRecordWords();
  const [search] = useAddressSearch();
  const ids = (search['ids'] ?? '').split(',').filter(Boolean);
  const found = useOperation(previewMerge, { body: { ids } }, { enabled: ids.length > 1 });
  const first = found.data && proposed(found.data.records);
  return (
    <Page title={word('merge.title')}>
      {ids.length < 2 ? (
        <Empty icon="merge" title={word('merge.pick')} hint={word('merge.pick.hint')} />
      ) : found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton shape="cards" count={2} />
      ) : first ? (
        <SideBySide key={ids.join()} preview={found.data} first={first} />
      ) : (
        <Notice tone="late" title={word('merge.notAllowed')}>
          {word('merge.notAllowed.hint')}
        </Notice>
      )}
    </Page>
  );
}
