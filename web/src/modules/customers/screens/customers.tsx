import { listCustomers } from '@dealtrail/protocol/customers';
import { PickedList } from '../../../kernel/bulk/index.ts';
import { useList } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { ExportButton } from '../../../kernel/transfers/index.ts';
import { useListLook, useTable, useViewCounts, ViewTabs } from '../../../kernel/views/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FilterBar, writeFilter } from '../../../kit/filter/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Empty } from '../../../kit/states/index.ts';
import { useBulkActs } from '../actions/bulk-dialogs.tsx';
import { CustomerCard, useCustomerColumns } from '../parts/customer-columns.tsx';
import type { CustomerRow } from '../parts/customer-row.ts';
import { CustomerPeek } from '../parts/customer-peek.tsx';
import { useFilterFields } from '../parts/use-filter-fields.ts';
import { useCustomerWords } from '../parts/words.ts';

function Nothing({ asked, onClear }: { readonly asked: boolean; readonly onClear: () => void }) {
  const word = useCustomerWords();
  const may = useMay();
  const go = useGo();
  if (asked)
    return (
      <Empty
        icon="search"
        title={word('customers.empty.filtered')}
        hint={word('customers.empty.filtered.hint')}
        act={<Button onClick={onClear}>{word('customers.empty.clear')}</Button>}
      />
    );
  const act = may('customers.create') && (
    <Button icon="plus" onClick={() => go('/customers/new')}>
      {word('customers.new')}
    </Button>
  );
  return (
    <Empty icon="customer" title={word('customers.empty')} hint={word('customers.empty.hint')} act={act || undefined} />
  );
}

function Create() {
  const word = useCustomerWords();
  const may = useMay();
  const go = useGo();
  return (
    <>
      <Button kind="quiet" icon="merge" onClick={() => go('/duplicates?kind=customer')}>
        {word('customers.pairs.open')}
      </Button>
      {may('customers.create') && (
        <Button kind="primary" icon="plus" onClick={() => go('/customers/new')}>
          {word('customers.new')}
        </Button>
      )}
    </>
  );
}

/** The customers the member may see, to search, filter and look at. */
export function Customers() {
  const word = useCustomerWords();
  const go = useGo();
  const phone = usePhone();
  const look = useListLook('customers.list', '-createdAt');
  const query = { filter: writeFilter(look.filter), q: look.q || undefined, sort: look.sort };
  const list = useList(listCustomers, { query }, { live: ['customer'], enabled: look.ready });
  const { table, tools } = useTable(look, useCustomerColumns());
  const fields = useFilterFields();
  const countOf = useViewCounts(listCustomers, look, !phone && !list.loading);
  const instead = list.error ? (
    <ProblemState error={list.error} onRetry={list.retry} />
  ) : list.rows.length === 0 && !list.loading ? (
    <Nothing asked={Boolean(look.filter ?? look.q)} onClear={() => look.toView('all')} />
  ) : undefined;
  return (
    <Page
      full
      title={word('customers.title')}
      actions={<Create />}
      tabs={<ViewTabs look={look} countOf={countOf} fields={fields} />}
    >
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('customers.search')} value={look.q} onSearch={look.toWords} />
        {tools}
        <ExportButton kind="customer" permission="customers.export" look={look} />
      </FilterBar>
      <PickedList<CustomerRow>
        look={look}
        list={listCustomers}
        chapter="customers"
        acts={useBulkActs()}
        label={word('customers.title')}
        {...table}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/customers/${row.id}`}
        onOpen={(row) => go(`/customers/${row.id}`)}
        onPeek={(row) => look.toPeek(row.id)}
        peekKey={look.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={instead}
        total={list.total}
        renderCard={(row) => <CustomerCard row={row} />}
      />
      <CustomerPeek rows={list.rows} total={list.total} chosen={look.peek} onChoose={look.toPeek} />
    </Page>
  );
}
