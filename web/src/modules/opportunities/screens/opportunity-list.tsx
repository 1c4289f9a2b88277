import { listOpportunities, type OpportunityRow } from '@dealtrail/protocol/opportunities';
import { PickedList } from '../../../kernel/bulk/index.ts';
import { useList } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { ExportButton } from '../../../kernel/transfers/index.ts';
import { useListLook, useTable, useViewCounts, ViewTabs } from '../../../kernel/views/index.ts';
import { FilterBar, writeFilter } from '../../../kit/filter/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { FOLLOW_UP_KEY } from '../../activities/index.ts';
import { useBulkActs } from '../actions/bulk-dialogs.tsx';
import { useDoing } from '../actions/opportunity-acts.tsx';
import { OpportunityCard } from '../parts/list/opportunity-card.tsx';
import { OpportunityPeek } from '../parts/list/opportunity-peek.tsx';
import { useOpportunityColumns } from '../parts/list/use-opportunity-columns.tsx';
import { NothingFound } from '../parts/look/nothing-found.tsx';
import { Sums } from '../parts/look/sums.tsx';
import { useFilterFields } from '../parts/look/use-filter-fields.ts';
import { useOpportunityWords } from '../parts/words.ts';
import { useBoard, useProcess } from '../queries.ts';
import { asksOpenOnly } from '../rules/board-filter.ts';

/** The opportunities looked at as a list: views, conditions, a look at each beside it. */
export function OpportunityList() {
  const word = useOpportunityWords();
  const phone = usePhone();
  const go = useGo();
  const look = useListLook('opportunities.list', '-updatedAt');
  const { onDo, place } = useDoing();
  const query = { filter: writeFilter(look.filter), q: look.q || undefined, sort: look.sort };
  const list = useList(listOpportunities, { query }, { live: ['opportunity'], enabled: look.ready });
  const stages = useProcess().data?.stages ?? [];
  const { table, tools } = useTable(look, useOpportunityColumns(stages));
  const fields = useFilterFields();
  const countOf = useViewCounts(listOpportunities, look, !phone && !list.loading);
  // The board counts over all that are open; with words searched for, or other states, its sums would say too much.
  const summed = asksOpenOnly(look.filter) && look.q === '';
  const board = useBoard(query.filter, summed).data;
  const nothing = list.rows.length === 0 && !list.loading && (
    <NothingFound narrowed={Boolean(look.filter ?? look.q)} onClear={() => look.toView('all')} />
  );
  const instead = list.error ? <ProblemState error={list.error} onRetry={list.retry} /> : nothing || undefined;
  return (
    <>
      <ViewTabs look={look} countOf={countOf} fields={fields} />
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('opportunities.search')} value={look.q} onSearch={look.toWords} />
        {tools}
        <ExportButton kind="opportunity" permission="opportunities.export" look={look} />
      </FilterBar>
      <PickedList<OpportunityRow>
        look={look}
        list={listOpportunities}
        chapter="opportunities"
        acts={useBulkActs()}
        label={word('opportunities.title')}
        {...table}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/opportunities/${row.id}`}
        rowKeys={{
          [FOLLOW_UP_KEY]: (row) => row.abilities.followUp && onDo({ kind: 'followUp', id: row.id, keyed: true }),
        }}
        onOpen={(row) => go(`/opportunities/${row.id}`)}
        onPeek={(row) => look.toPeek(row.id)}
        peekKey={look.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={instead}
        total={list.total}
        summary={summed && board && <Sums board={board} counted={false} />}
        renderCard={(row) => <OpportunityCard row={row} stages={stages} />}
      />
      <OpportunityPeek rows={list.rows} total={list.total} chosen={look.peek} onChoose={look.toPeek} onDo={onDo} />
      {place}
    </>
  );
}
