import type { LeadRow } from '@dealtrail/protocol/leads';
import { type ReactNode, useEffect, useState } from 'react';
import { useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { FilterBar } from '../../../../kit/filter/index.ts';
import { Page } from '../../../../kit/page/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { SearchBox } from '../../../../kit/search/index.ts';
import { DataList, useColumns } from '../../../../kit/table/index.ts';
import { BulkAssignDialog } from '../../actions/bulk-assign-dialog.tsx';
import { NewLeadSheet } from '../../actions/new-lead-sheet.tsx';
import { useLeads } from '../../queries.ts';
import { useLeadWords } from '../words.ts';
import { HeadActs, NoLeads } from './lead-list-frame.tsx';
import { LeadCard } from './lead-card.tsx';
import { useLeadColumns } from './lead-columns.tsx';
import { ListPeek } from './list-peek.tsx';
import { LeadTabs } from './lead-tabs.tsx';
import { SortMenu } from './sort-menu.tsx';
import { useLeadFilterFields } from './use-filter-fields.ts';
import { type LeadSearch, useLeadSearch } from './use-lead-search.ts';
import '../leads.css';

/** Conditions, words, order and columns of the list. */
function Conditions({ search, columns }: { readonly search: LeadSearch; readonly columns: ReactNode }) {
  const word = useLeadWords();
  return (
    <FilterBar fields={useLeadFilterFields()} value={search.filter} onChange={search.toFilter}>
      <SearchBox label={word('leads.search')} value={search.q} onSearch={search.toWords} />
      <SortMenu value={search.sort} onChange={search.toSort} />
      {columns}
    </FilterBar>
  );
}

/** Picking rows and handing them out together. */
function useHandingOut(rows: readonly LeadRow[]) {
  const word = useLeadWords();
  const may = useMay();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const acts = (
    <Button kind="quiet" small icon="handover" onClick={() => setAssigning(true)}>
      {word('leads.assign')}
    </Button>
  );
  return {
    selection: may('leads.assign') ? { keys: picked, onChange: setPicked, acts } : undefined,
    dialog: assigning && (
      <BulkAssignDialog
        leads={rows.filter((row) => picked.has(row.id))}
        onClose={() => setAssigning(false)}
        onDone={setPicked}
      />
    ),
  };
}

/** The leads a member may see: ready views, conditions, a peek beside the rows; `creating` opens the form at once. */
export function LeadBrowser({ creating = false }: { readonly creating?: boolean }) {
  const word = useLeadWords();
  const phone = usePhone();
  const go = useGo();
  const search = useLeadSearch();
  const [writing, setWriting] = useState(creating);
  const write = () => setWriting(true);
  const { shown, chooser } = useColumns('leads', useLeadColumns());
  const list = useLeads(search);
  const { selection, dialog } = useHandingOut(list.rows);
  const none = list.rows.length === 0 && !list.loading && <NoLeads search={search} onNew={write} />;
  const instead = list.error ? <ProblemState error={list.error} onRetry={list.retry} /> : none || undefined;
  useEffect(() => {
    // Only when the form is gone: its guard would hold the way back for words that were given up.
    if (creating && !writing) go('/leads', true);
  }, [creating, writing, go]);
  return (
    <Page
      title={word('leads.title')}
      full={!phone}
      actions={<HeadActs onNew={write} />}
      tabs={<LeadTabs value={search.view} onChange={search.toView} />}
    >
      <Conditions search={search} columns={phone || search.peek ? null : chooser} />
      <DataList<LeadRow>
        label={word('leads.title')}
        columns={shown}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => `/leads/${row.id}`}
        onOpen={(row) => go(`/leads/${row.id}`)}
        onPeek={phone ? undefined : (row) => search.toPeek(row.id)}
        peekKey={search.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={instead}
        sort={search.sort}
        onSort={search.toSort}
        selection={phone ? undefined : selection}
        total={list.total}
        renderCard={(row) => <LeadCard lead={row} />}
      />
      {!phone && <ListPeek search={search} rows={list.rows} total={list.total} />}
      {writing && <NewLeadSheet onClose={() => setWriting(false)} />}
      {dialog}
    </Page>
  );
}
