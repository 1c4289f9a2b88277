import { type LeadRow, listLeads } from '@dealtrail/protocol/leads';
import { useEffect, useState } from 'react';
import { PickedList } from '../../../../kernel/bulk/index.ts';
import { useGo } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { ExportButton, usePasteToImport } from '../../../../kernel/transfers/index.ts';
import { useListLook, useTable, useViewCounts, ViewTabs } from '../../../../kernel/views/index.ts';
import { FilterBar } from '../../../../kit/filter/index.ts';
import { Page } from '../../../../kit/page/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { SearchBox } from '../../../../kit/search/index.ts';
import { FOLLOW_UP_KEY } from '../../../activities/index.ts';
import { useBulkActs } from '../../actions/bulk-dialogs.tsx';
import { LeadFollowUp } from '../../actions/lead-follow-up.tsx';
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

/** The leads a member may see: ready views, conditions, a peek beside the rows; `creating` opens the form at once. */
export function LeadBrowser({ creating = false }: { readonly creating?: boolean }) {
  const word = useLeadWords();
  const phone = usePhone();
  const go = useGo();
  const look = useListLook('leads.list', '-createdAt');
  const [writing, setWriting] = useState(creating);
  const [following, setFollowing] = useState<string>();
  const write = () => setWriting(true);
  usePasteToImport('/leads/import', useMay()('leads.import'));
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
      tabs={<ViewTabs look={look} countOf={countOf} fields={fields} />}
    >
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('leads.search')} value={look.q} onSearch={look.toWords} />
        <SortMenu value={look.sort} onChange={look.toSort} />
        {tools}
        <ExportButton kind="lead" permission="leads.export" look={look} />
      </FilterBar>
      <PickedList<LeadRow>
        look={look}
        list={listLeads}
        chapter="leads"
        acts={useBulkActs()}
        label={word('leads.title')}
        {...table}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => `/leads/${row.id}`}
        rowKeys={{ [FOLLOW_UP_KEY]: (row) => row.abilities.followUp && setFollowing(row.id) }}
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
      {following && <LeadFollowUp key={following} id={following} keyed open onClose={() => setFollowing(undefined)} />}
      {writing && <NewLeadSheet onClose={() => setWriting(false)} />}
    </Page>
  );
}
