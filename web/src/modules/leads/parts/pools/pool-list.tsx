import { listPools, listPoolSettings, type PoolSetting, savePoolSettings } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { PoolSheet } from '../../actions/pools/pool-sheet.tsx';
import { withNewPool, type WrittenPool, writtenPool } from '../../pool-settings.ts';
import { moved } from '../../rule-order.ts';
import { PoolLine } from './pool-line.tsx';

/** Every change writes the whole list: the order is part of it. */
function useWrite() {
  const act = useAct(savePoolSettings, { invalidates: [listPoolSettings, listPools] });
  const write = (items: readonly WrittenPool[]) => act.run({ body: { items: [...items] } });
  // Refusals are said above the list.
  const press = (items: readonly WrittenPool[]) => void write(items).catch(() => undefined);
  return { act, write, press };
}

function Editing({
  pools,
  pool,
  onClose,
}: {
  readonly pools: readonly PoolSetting[];
  readonly pool: PoolSetting | undefined;
  readonly onClose: () => void;
}) {
  const { act, write } = useWrite();
  return (
    <PoolSheet
      pool={pool}
      error={act.error}
      onClose={onClose}
      onSave={async (typed) => {
        await write(
          pool
            ? pools.map((each) => (each.id === pool.id ? { ...typed, id: pool.id } : writtenPool(each)))
            : withNewPool(pools, typed),
        );
        onClose();
      }}
    />
  );
}

interface PoolListProps {
  readonly pools: readonly PoolSetting[];
  readonly adding: boolean;
  readonly onAdded: () => void;
}

/** The pools in the order they are tried, each to be changed, moved, closed or removed. */
export function PoolList({ pools, adding, onAdded }: PoolListProps) {
  const { act, press } = useWrite();
  const [editing, setEditing] = useState<PoolSetting>();
  const own = pools.filter(({ isDefault }) => !isDefault);
  const rest = pools.filter(({ isDefault }) => isDefault);
  const move = (id: string, by: -1 | 1) => press([...moved(own, id, by), ...rest].map(writtenPool));
  return (
    <>
      <ProblemNotice error={act.error} />
      <ol className="settings-list">
        {pools.map((pool, at) => (
          <PoolLine
            key={pool.id}
            pool={pool}
            busy={act.busy}
            onUp={at > 0 ? () => move(pool.id, -1) : undefined}
            onDown={at < own.length - 1 ? () => move(pool.id, 1) : undefined}
            onEdit={() => setEditing(pool)}
            onToggle={() =>
              press(
                pools.map(writtenPool).map((each) => (each.id === pool.id ? { ...each, active: !each.active } : each)),
              )
            }
            onRemove={() => press(pools.map(writtenPool).filter(({ id }) => id !== pool.id))}
          />
        ))}
      </ol>
      {(editing || adding) && (
        <Editing
          pools={pools}
          pool={editing}
          onClose={() => {
            setEditing(undefined);
            onAdded();
          }}
        />
      )}
    </>
  );
}
