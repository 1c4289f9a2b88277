import { type ClockLine, listClocks } from '@dealtrail/protocol/clocks';
import { useList } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { type ListLook, useTable, useViewCounts, ViewTabs } from '../../../kernel/views/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FilterBar, writeFilter } from '../../../kit/filter/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Empty } from '../../../kit/states/index.ts';
import { DataList } from '../../../kit/table/index.ts';
import { useClockActs } from '../actions/use-clock-acts.tsx';
import { ClockCard } from '../parts/clock-card.tsx';
import { ClockPeek } from '../parts/clock-peek.tsx';
import { useClockColumns } from '../parts/use-clock-columns.tsx';
import { useFilterFields } from '../parts/use-filter-fields.ts';
import { useBoardWords } from '../parts/words.ts';
import { liveKinds, recordAddress } from '../rules/line.ts';

function Nothing({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const word = useBoardWords();
  if (!narrowed) return <Empty icon="clock" title={word('clockBoard.empty')} hint={word('clockBoard.empty.hint')} />;
  return (
    <Empty
      icon="search"
      title={word('clockBoard.empty.filtered')}
      hint={word('clockBoard.empty.filtered.hint')}
      act={<Button onClick={onClear}>{word('clockBoard.empty.clear')}</Button>}
    />
  );
}

/** Every open clock as a list: views, conditions, a look at each beside it. */
export function ClockList({ look }: { readonly look: ListLook }) {
  const word = useBoardWords();
  const phone = usePhone();
  const go = useGo();
  const { acts, place } = useClockActs();
  const query = { filter: writeFilter(look.filter), q: look.q || undefined, sort: look.sort };
  const list = useList(listClocks, { query }, { live: liveKinds, enabled: look.ready });
  const { table, tools } = useTable(look, useClockColumns(acts));
  const fields = useFilterFields();
  const countOf = useViewCounts(listClocks, look, !phone && !list.loading);
  const nothing = list.rows.length === 0 && !list.loading && (
    <Nothing narrowed={Boolean(look.filter ?? look.q)} onClear={() => look.toView('all')} />
  );
  return (
    <>
      <ViewTabs look={look} countOf={countOf} fields={fields} />
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('clockBoard.search')} value={look.q} onSearch={look.toWords} />
        {tools}
      </FilterBar>
      <DataList<ClockLine>
        label={word('clockBoard.list')}
        {...table}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowName={({ recordTitle }) => recordTitle}
        rowHref={recordAddress}
        onOpen={(line) => go(recordAddress(line))}
        onPeek={(line) => look.toPeek(line.id)}
        peekKey={look.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={list.error ? <ProblemState error={list.error} onRetry={list.retry} /> : nothing || undefined}
        total={list.total}
        renderCard={(line) => <ClockCard line={line} acts={acts} />}
      />
      <ClockPeek rows={list.rows} total={list.total} chosen={look.peek} onChoose={look.toPeek} acts={acts} />
      {place}
    </>
  );
}
