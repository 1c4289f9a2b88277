import type { LeadPool, PoolLead } from '@dealtrail/protocol/leads';
import { useCallback, useState } from 'react';
import { Link } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { ProblemNotice, ProblemState } from '../../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../../kit/button/index.ts';
import { FilterBar } from '../../../../kit/filter/index.ts';
import { formatCount } from '../../../../kit/formats/index.ts';
import { Facts } from '../../../../kit/mark/index.ts';
import { useKit, usePhone } from '../../../../kit/provider/index.ts';
import { SearchBox } from '../../../../kit/search/index.ts';
import { Empty, Notice } from '../../../../kit/states/index.ts';
import { DataList } from '../../../../kit/table/index.ts';
import { type Claimed, ClaimButton, ClaimsContext } from '../../actions/pools/claim-button.tsx';
import { BulkClaim } from '../../actions/pools/pool-dialogs.tsx';
import { BulkAssign } from '../../actions/bulk-dialogs.tsx';
import { usePoolLeads } from '../../pool-queries.ts';
import { Intent, Priority } from '../list/lead-columns.tsx';
import { useLeadFilterFields } from '../list/use-filter-fields.ts';
import { useLeadWords, useSourceName } from '../words.ts';
import { placeOf, usePoolColumns } from './pool-columns.tsx';
import { usePoolLeadName } from './pool-name.ts';
import { PoolPeek } from './pool-peek.tsx';
import { PoolStanding } from './pool-standing.tsx';
import type { PoolLook } from './use-pool-look.ts';

/** What people ask of leads before they have them; nothing about persons. */
const asked = new Set([
  'intent',
  'priority',
  'source',
  'companyName',
  'industry',
  'region',
  'province',
  'city',
  'customerType',
  'budgetMinor',
  'createdAt',
  'expectedPurchaseOn',
]);

function PoolSort({ look }: { readonly look: PoolLook }) {
  const word = useLeadWords();
  const sorts = ['-pooledAt', 'pooledAt', '-priorityRank', '-intentRank'] as const;
  const wordOf = (sort: (typeof sorts)[number]) =>
    sort === '-pooledAt' || sort === 'pooledAt' ? word(`pools.sort.${sort}`) : word(`leads.sort.${sort}`);
  const chosen = sorts.find((sort) => sort === look.sort);
  const acts = sorts.map((sort) => ({
    key: sort,
    word: wordOf(sort),
    chosen: sort === look.sort,
    onClick: () => look.toSort(sort),
  }));
  return (
    <MenuButton acts={acts}>
      <Button kind="quiet" icon="sort">
        {chosen ? wordOf(chosen) : word('leads.sort')}
      </Button>
    </MenuButton>
  );
}

function PoolCard({ lead }: { readonly lead: PoolLead }) {
  const sourceName = useSourceName();
  return (
    <>
      <p className="k-s13 k-t2 pool-need">{lead.need}</p>
      <div className="k-row">
        <p className="k-s13 k-t3 k-grow">
          <Facts>
            {lead.industry}
            {placeOf(lead) || null}
            {sourceName(lead.source) || null}
          </Facts>
        </p>
        <Intent of={lead.intent} />
        <Priority of={lead.priority} />
        <ClaimButton lead={lead} small />
      </div>
    </>
  );
}

/** What came of the last claim: the way to the lead, or why it is not theirs. */
function LastClaim({ claimed, onClose }: { readonly claimed: Claimed; readonly onClose: () => void }) {
  const word = useLeadWords();
  const { words } = useKit();
  const { lead, error } = claimed;
  return (
    <div className="pool-claimed k-row" role="status">
      <div className="k-grow">
        {error ? (
          <ProblemNotice error={error} />
        ) : (
          <Notice title={word('pools.claimed', { name: lead.name })}>
            <Link to={`/leads/${lead.id}`}>{word('pools.claimed.open')}</Link>
          </Notice>
        )}
      </div>
      <IconButton small icon="close" label={words.close} onClick={onClose} />
    </div>
  );
}

/** Rows picked in a pool, and the windows of what is done with them together. */
function usePickedLeads() {
  const word = useLeadWords();
  const may = useMay();
  const phone = usePhone();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'claim' | 'assign'>();
  const props = {
    choice: { ids: [...keys] },
    onClose: () => setDoing(undefined),
    onDone: () => setKeys(new Set()),
  };
  const acts = (
    <>
      <Button kind="quiet" small icon="pool" onClick={() => setDoing('claim')}>
        {word('pools.claim')}
      </Button>
      {may('leads.assign') && (
        <Button kind="quiet" small icon="handover" onClick={() => setDoing('assign')}>
          {word('pools.assign')}
        </Button>
      )}
    </>
  );
  return {
    selection: phone ? undefined : { keys, onChange: setKeys, acts },
    window: doing === 'claim' ? <BulkClaim {...props} /> : doing === 'assign' ? <BulkAssign {...props} /> : null,
  };
}

/** What came of the last claim on this page; the rows are read anew where somebody was faster. */
function useLastClaim(retry: () => void) {
  const [claimed, setClaimed] = useState<Claimed>();
  const tell = useCallback(
    (next: Claimed) => {
      setClaimed(next);
      if (next.error) retry();
    },
    [retry],
  );
  const shown = claimed && <LastClaim claimed={claimed} onClose={() => setClaimed(undefined)} />;
  return { tell, shown };
}

/** A look at one of the rows, with the way to its neighbours. */
function LookAt({ look, list }: { readonly look: PoolLook; readonly list: ReturnType<typeof usePoolLeads> }) {
  const { language } = useKit();
  const at = list.rows.findIndex(({ id }) => id === look.peek);
  const lead = list.rows[at];
  if (!lead) return null;
  const step = (row: PoolLead | undefined) => (row ? () => look.toPeek(row.id) : undefined);
  return (
    <PoolPeek
      key={lead.id}
      lead={lead}
      position={{ index: at + 1, total: formatCount(list.total?.count ?? list.rows.length, language) }}
      onPrevious={step(list.rows[at - 1])}
      onNext={step(list.rows[at + 1])}
      onClose={() => look.toPeek(undefined)}
    />
  );
}

/** No rows: because of the conditions, or because the pool is empty. */
function NoPoolLeads({ look }: { readonly look: PoolLook }) {
  const word = useLeadWords();
  const asks = look.filter !== undefined || look.q !== '';
  return (
    <Empty
      icon="pool"
      title={asks ? word('leads.list.nothing') : word('pools.empty')}
      hint={asks ? word('leads.list.nothing.hint') : word('pools.empty.hint')}
    />
  );
}

/** The leads of one pool, with what may still be claimed, the acts on them and a look beside the rows. */
export function PoolBrowser({ pool, look }: { readonly pool: LeadPool; readonly look: PoolLook }) {
  const word = useLeadWords();
  const nameOf = usePoolLeadName();
  const columns = usePoolColumns(pool.mayClaim);
  const fields = useLeadFilterFields().filter(({ key }) => asked.has(key));
  const list = usePoolLeads(pool.id, look);
  const { selection, window } = usePickedLeads();
  const { tell, shown } = useLastClaim(list.retry);
  const none = list.rows.length === 0 && !list.loading ? <NoPoolLeads look={look} /> : undefined;
  return (
    <ClaimsContext value={tell}>
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter}>
        <SearchBox label={word('pools.search')} value={look.q} onSearch={look.toWords} />
        <PoolSort look={look} />
      </FilterBar>
      <PoolStanding pool={pool} />
      {shown}
      <DataList<PoolLead>
        label={pool.name}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowName={nameOf}
        rowHref={({ id }) => `/pools?pool=${pool.id}&peek=${id}`}
        onOpen={({ id }) => look.toPeek(id)}
        onPeek={({ id }) => look.toPeek(id)}
        peekKey={look.peek}
        loading={list.loading}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={list.error ? <ProblemState error={list.error} onRetry={list.retry} /> : none}
        total={list.total}
        sort={look.sort}
        onSort={look.toSort}
        selection={pool.mayClaim ? selection : undefined}
        renderCard={(lead) => <PoolCard lead={lead} />}
      />
      <LookAt look={look} list={list} />
      {window}
    </ClaimsContext>
  );
}
