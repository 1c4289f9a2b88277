import { listOpportunities, type OpportunityRow } from '@dealtrail/protocol/opportunities';
import { useState } from 'react';
import { useList } from '../../../kernel/client/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { DataList, useColumns } from '../../../kit/table/index.ts';
import { useDoing } from '../actions/opportunity-acts.tsx';
import { LookBar } from '../parts/look/look-bar.tsx';
import { NothingFound } from '../parts/look/nothing-found.tsx';
import { OpportunityCard } from '../parts/list/opportunity-card.tsx';
import { OpportunityPeek } from '../parts/list/opportunity-peek.tsx';
import { Sums } from '../parts/look/sums.tsx';
import { useLook } from '../parts/look/use-look.ts';
import { useOpportunityColumns } from '../parts/list/use-opportunity-columns.tsx';
import { useOpportunityWords } from '../parts/words.ts';
import { useBoard, useProcess } from '../queries.ts';

/** The opportunities looked at as a list, with a look at each beside it. */
export function OpportunityList() {
  const word = useOpportunityWords();
  const phone = usePhone();
  const go = useGo();
  const [search, setSearch] = useAddressSearch();
  const [peek, setPeek] = useState<string>();
  const look = useLook();
  const { onDo, place } = useDoing();
  const sort = search['sort'] ? { sort: search['sort'] } : {};
  const asked = { ...(look.listFilter && { filter: look.listFilter }), ...(look.q && { q: look.q }), ...sort };
  const list = useList(listOpportunities, { query: asked }, ['opportunity']);
  const stages = useProcess().data?.stages ?? [];
  const { shown, chooser } = useColumns('opportunities', useOpportunityColumns(stages));
  // The board counts over all that are open; with a word searched for, or other states, its sums would say too much.
  const summed = look.standing === 'open' && look.q === '';
  const board = useBoard(look.boardFilter, summed).data;
  const instead = list.error ? (
    <ProblemState error={list.error} onRetry={list.retry} />
  ) : list.rows.length === 0 && !list.loading ? (
    <NothingFound narrowed={look.narrowed} />
  ) : undefined;
  return (
    <>
      <LookBar look={look} withStanding>
        <SearchBox label={word('opportunities.search')} value={look.q} onSearch={(q) => setSearch({ q })} />
        {!phone && chooser}
      </LookBar>
      <DataList<OpportunityRow>
        label={word('opportunities.title')}
        columns={shown}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/opportunities/${row.id}`}
        onOpen={(row) => go(`/opportunities/${row.id}`)}
        onPeek={(row) => setPeek(row.id)}
        peekKey={peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={instead}
        sort={search['sort']}
        onSort={(next) => setSearch({ sort: next })}
        total={list.total}
        summary={summed && board && <Sums board={board} counted={false} />}
        renderCard={(row) => <OpportunityCard row={row} stages={stages} />}
      />
      <OpportunityPeek rows={list.rows} total={list.total} chosen={peek} onChoose={setPeek} onDo={onDo} />
      {place}
    </>
  );
}
