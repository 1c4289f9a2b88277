import { useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Page, Tabs } from '../../../kit/page/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { PoolBrowser } from '../parts/pools/pool-browser.tsx';
import { usePoolLook } from '../parts/pools/use-pool-look.ts';
import { useLeadWords } from '../parts/words.ts';
import { usePools } from '../pool-queries.ts';
import '../parts/leads.css';
import '../parts/pools/pools.css';

function HeadActs() {
  const word = useLeadWords();
  const go = useGo();
  const may = useMay();
  return (
    <>
      <Button kind="quiet" icon="insight" onClick={() => go('/pools/statistics')}>
        {word('pools.statistics')}
      </Button>
      {may('leads.manageRules') && (
        <Button kind="quiet" icon="settings" onClick={() => go('/settings/pools')}>
          {word('pools.settings')}
        </Button>
      )}
    </>
  );
}

/** 公海: leads nobody owns, pool by pool, to be claimed. */
export function Pools() {
  const word = useLeadWords();
  const phone = usePhone();
  const found = usePools();
  const pools = found.data?.items ?? [];
  const look = usePoolLook(pools);
  const { pool } = look;
  const tabs = pools.length > 1 && pool && (
    <Tabs
      label={word('pools.tabs')}
      value={pool.id}
      onChange={look.toPool}
      tabs={pools.map(({ id, name, leads }) => ({ value: id, word: name, count: leads }))}
    />
  );
  return (
    <Page title={word('pools.title')} full={!phone} actions={<HeadActs />} tabs={tabs}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : pool ? (
        <PoolBrowser key={pool.id} pool={pool} look={look} />
      ) : found.data ? (
        <Empty icon="pool" title={word('pools.none')} hint={word('pools.none.hint')} />
      ) : (
        <Skeleton shape="rows" count={8} />
      )}
    </Page>
  );
}
