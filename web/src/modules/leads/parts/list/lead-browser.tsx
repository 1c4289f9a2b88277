import { type LeadRow, listLeads } from '@dealtrail/protocol/leads';
import { useEffect, useState } from 'react';
import { BulkDeleteButton, BulkDeleteDialog, usePicked } from '../../../../kernel/bulk/index.ts';
import { useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { ExportButton } from '../../../../kernel/transfers/index.ts';
import { type ListLook, useListLook, useTable, useViewCounts, ViewTabs } from '../../../../kernel/views/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { FilterBar } from '../../../../kit/filter/index.ts';
import { Page } from '../../../../kit/page/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { SearchBox } from '../../../../kit/search/index.ts';
import { DataList, type ListProps } from '../../../../kit/table/index.ts';
import { BulkAssign, BulkEdit } from '../../actions/bulk-dialogs.tsx';
import { NewLeadSheet } from '../../actions/new-lead-sheet.tsx';
import { useLeads } from '../../queries.ts';
import { useLeadWords } from '../words.ts';
import { LeadCard } from './lead-card.tsx';
import { useLeadColumns } from './lead-columns.tsx';
import { HeadActs, NoLeads } from './lead-list-frame.tsx';
import { ListPeek } from './list-peek.tsx';
import { SortMenu } from './sort-menu.tsx';
import { useLeadFilterFields } from './use-filter-fields.ts';
import '../leads.css';

/** Picking rows and what may be done with them together. */
function usePicking(look: ListLook) {
  const word = useLeadWords();
  const may = useMay();
  const picked = usePicked(look);
  const [doing, setDoing] = useState<'assign' | 'edit' | 'delete'>();
  const acts = (
    <>
      {may('leads.assign') && (
        <Button kind="quiet" small icon="handover" onClick={() => setDoing('assign')}>
          {word('leads.assign')}
        </Button>
      )}
      {may('leads.update') && (
        <Button kind="quiet" small icon="edit" onClick={() => setDoing('edit')}>
          {word('leads.bulk.edit')}
        </Button>
      )}
      {may('leads.delete') && <BulkDeleteButton onClick={() => setDoing('delete')} />}
    </>
  );
  const props = {
    choice: picked.choice,
    onClose: () => setDoing(undefined),
    onDone: () => picked.onChange(new Set()),
  };
  const some = may('leads.assign') || may('leads.update') || may('leads.delete');
  return {
    selection: some ? { ...picked, acts } : undefined,
    dialog: (
      <>
        {doing === 'assign' && <BulkAssign {...props} />}
        {doing === 'edit' && <BulkEdit {...props} />}
        {doing === 'delete' && <BulkDeleteDialog {...props} list={listLeads} chapter="leads" />}
      </>
    ),
  };
}

/** The list with its picks, apart from the page: a pick draws nothing anew but the list. */
function Picking<Row>({ look, ...list }: ListProps<Row> & { readonly look: ListLook }) {
  const phone = usePhone();
  const { selection, dialog } = usePicking(look);
  return (
    <>
      <DataList<Row> {...list} selection={phone ? undefined : selection} />
      {dialog}
    </>
  );
}

/** The leads a member may see: ready views, conditions, a peek beside the rows; `creating` opens the form at once. */
export function LeadBrowser({ creating = false }: { readonly creating?: boolean }) {
  const word = useLeadWords();
  const phone = usePhone();
  const go = useGo();
  const look = useListLook('leads.list', '-createdAt');
  const [writing, setWriting] = useState(creating);
  const write = () => setWriting(true);
  const { table, tools } = useTable(look, useLeadColumns());
  const fields = useLeadFilterFields();
  const list = useLeads(look);
  const countOf = useViewCounts(listLeads, look, !phone && !list.loading);
  const none = list.rows.length === 0 && !list.loading && <NoLeads look={look} onNew={write} />;
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
      tabs={
        <ViewTabs
          look={look}
          countOf={countOf}
          fieldName={(key) => fields.find((field) => field.key === key)?.label ?? key}
        />
      }
    >
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('leads.search')} value={look.q} onSearch={look.toWords} />
        <SortMenu value={look.sort} onChange={look.toSort} />
        {tools}
        <ExportButton kind="lead" permission="leads.export" look={look} />
      </FilterBar>
      <Picking<LeadRow>
        look={look}
        label={word('leads.title')}
        {...table}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => `/leads/${row.id}`}
        onOpen={(row) => go(`/leads/${row.id}`)}
        onPeek={phone ? undefined : (row) => look.toPeek(row.id)}
        peekKey={look.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={instead}
        total={list.total}
        renderCard={(row) => <LeadCard lead={row} />}
      />
      {!phone && <ListPeek look={look} rows={list.rows} total={list.total} />}
      {writing && <NewLeadSheet onClose={() => setWriting(false)} />}
    </Page>
  );
}
