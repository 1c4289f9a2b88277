import { today } from '@dealtrail/protocol/insights';
import { search } from '@dealtrail/protocol/search';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import type { OnAct } from '../actions/acting.ts';
import { useActing } from '../actions/use-acting.tsx';
import { FactList } from '../parts/fact-list.tsx';
import { useTodayWords } from '../parts/words.ts';
import { type FollowUpLine, followUpTargets } from '../rules/follow-up-targets.ts';
import '../parts/today.css';

const kinds = { lead: 'leads.followUp', opportunity: 'opportunities.followUp' } as const;

function Targets({ targets, onAct }: { readonly targets: readonly FollowUpLine[]; readonly onAct: OnAct }) {
  return (
    <ul className="today-briefs">
      {targets.map(({ id, kind, title, notes }) => (
        <li key={id}>
          <button type="button" onClick={() => onAct({ what: 'follow_up', recordId: id, recordKind: kind })}>
            <Icon name={kind === 'lead' ? 'lead' : 'opportunity'} />
            <span className="k-grow">
              <b className="k-clip">{title}</b>
              <span className="k-s13 k-t3 k-clip">
                <FactList facts={notes} />
              </span>
            </span>
            <Icon name="right" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useTargets(q: string) {
  const may = useMay();
  const day = useOperation(today, {}, { enabled: q === '' });
  const hits = useOperation(search, { query: { q } }, { enabled: q !== '', keep: true });
  const asked = q === '' ? day : hits;
  const found = hits.data?.items.map(({ ownerName, number, ...hit }) => ({
    ...hit,
    notes: [number, ...(ownerName ? [ownerName] : [])],
  }));
  const all: readonly FollowUpLine[] | undefined = q === '' ? day.data && followUpTargets(day.data.items) : found;
  return {
    targets: all?.filter(({ kind }) => kind in kinds && may(kinds[kind as keyof typeof kinds])),
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}

/** Where a follow-up is recorded from anywhere: whom to contact today, or anybody by name, number or phone ending. */
export function RecordFollowUp() {
  const word = useTodayWords();
  const [q, setQ] = useState('');
  const { targets, error, retry } = useTargets(q);
  const { onAct, window } = useActing();
  return (
    <Page title={word('today.act.follow_up')}>
      <div className="today-record">
        <SearchBox label={word('today.record.search')} value={q} onSearch={setQ} />
        {error ? (
          <ProblemState error={error} onRetry={retry} />
        ) : targets ? (
          <>
            <h2>{word(q === '' ? 'today.record.due' : 'today.record.found')}</h2>
            {targets.length > 0 ? (
              <Targets targets={targets} onAct={onAct} />
            ) : (
              <Empty icon="search" title={word(q === '' ? 'today.record.none' : 'today.record.notFound')} />
            )}
          </>
        ) : (
          <Skeleton shape="rows" count={5} />
        )}
      </div>
      {window}
    </Page>
  );
}
