import { useState } from 'react';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { PoolList } from '../parts/pools/pool-list.tsx';
import { RecycleList } from '../parts/pools/recycle-list.tsx';
import { useLeadWords } from '../parts/words.ts';
import { usePoolSettings, useRecycleRules } from '../pool-queries.ts';
import '../parts/leads.css';
import '../parts/pools/pools.css';

/** Pools, who claims from them, and when leads are taken back. */
export function PoolSettings() {
  const word = useLeadWords();
  const pools = usePoolSettings();
  const rules = useRecycleRules();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {word('pools.pool.new')}
    </Button>
  );
  const failed = [pools, rules].find(({ isError, data }) => isError && !data);
  return (
    <SettingsFrame here="pools" note={word('pools.settings.note')} actions={add}>
      {failed?.error ? (
        <ProblemState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : pools.data && rules.data ? (
        <div className="k-stack">
          <PoolList pools={pools.data.items} adding={adding} onAdded={() => setAdding(false)} />
          <RecycleList rules={rules.data.items} pools={pools.data.items} />
        </div>
      ) : (
        <Skeleton shape="rows" count={4} />
      )}
    </SettingsFrame>
  );
}
