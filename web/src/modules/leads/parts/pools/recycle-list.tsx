import { listRecycleRules, type PoolSetting, type RecycleRule, saveRecycleRules } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { joined, Moment } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { RecycleSheet } from '../../actions/pools/recycle-sheet.tsx';
import { type WrittenRecycleRule, writtenRecycleRule } from '../../pool-settings.ts';
import { useLeadWords } from '../words.ts';

/** A rule as a sentence: 高意向 · 首次跟进超期满 3 天 → 华东公海. */
function useSentence(pools: readonly PoolSetting[]): (rule: RecycleRule) => string {
  const word = useLeadWords();
  const { language } = useKit();
  return ({ measure, days, intents, priorities, states, poolId }) => {
    const who = [
      ...intents.map((level) => word(`intent.${level}`)),
      ...priorities.map((level) => word(`priority.${level}`)),
      ...states.map((state) => word(`leadState.${state}`)),
    ];
    const what = word('pools.recycle.sentence', { measure: word(`recycleMeasure.${measure}`), days });
    const where = pools.find(({ id }) => id === poolId)?.name ?? word('pools.recycle.byRule');
    return `${[...(who.length > 0 ? [joined(who, 'names', language)] : []), what].join(' · ')} → ${where}`;
  };
}

function useRules(rules: readonly RecycleRule[]) {
  const act = useAct(saveRecycleRules, { invalidates: [listRecycleRules] });
  const write = (items: readonly WrittenRecycleRule[]) => act.run({ body: { items: [...items] } });
  const press = (items: readonly WrittenRecycleRule[]) => void write(items).catch(() => undefined);
  const now = rules.map(writtenRecycleRule);
  return {
    act,
    save: (typed: WrittenRecycleRule, id: string | undefined) =>
      write(id ? now.map((rule) => (rule.id === id ? { ...typed, id } : rule)) : [...now, typed]),
    toggle: (id: string) => press(now.map((rule) => (rule.id === id ? { ...rule, active: !rule.active } : rule))),
    remove: (id: string) => press(now.filter((rule) => rule.id !== id)),
  };
}

function RuleLine({
  rule,
  sentence,
  onEdit,
  onToggle,
  onRemove,
}: {
  readonly rule: RecycleRule;
  readonly sentence: string;
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}) {
  const word = useLeadWords();
  const { name, active, holdsFrom } = rule;
  return (
    <li className={active ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s13 k-t2">{sentence}</div>
        {holdsFrom && (
          <div className="k-s12 k-t3">
            {word('pools.recycle.holds')} <Moment at={holdsFrom} />
          </div>
        )}
      </div>
      {!active && <StateTag>{word('pools.recycle.stopped')}</StateTag>}
      <MenuButton
        acts={[
          { key: 'edit', word: word('pools.recycle.edit'), icon: 'edit', onClick: onEdit },
          {
            key: 'toggle',
            word: word(active ? 'pools.recycle.stop' : 'pools.recycle.start'),
            icon: 'pause',
            onClick: onToggle,
          },
          null,
          { key: 'remove', word: word('pools.recycle.remove'), icon: 'trash', danger: true, onClick: onRemove },
        ]}
      >
        <IconButton small icon="more" label={word('pools.acts', { name })} />
      </MenuButton>
    </li>
  );
}

/** Rules by which leads are taken back; each can be tried before it holds. */
export function RecycleList({
  rules,
  pools,
}: {
  readonly rules: readonly RecycleRule[];
  readonly pools: readonly PoolSetting[];
}) {
  const word = useLeadWords();
  const sentence = useSentence(pools);
  const { act, save, toggle, remove } = useRules(rules);
  const [editing, setEditing] = useState<RecycleRule | 'new'>();
  const rule = editing === 'new' ? undefined : editing;
  return (
    <Card
      title={word('pools.recycle.title')}
      note={
        <Button small icon="plus" onClick={() => setEditing('new')}>
          {word('pools.recycle.new')}
        </Button>
      }
    >
      <div className="k-stack">
        <p className="k-s13 k-t2">{word('pools.recycle.note')}</p>
        <ProblemNotice error={editing ? null : act.error} />
        {rules.length === 0 ? (
          <p className="k-t3">{word('pools.recycle.none')}</p>
        ) : (
          <ol className="settings-list">
            {rules.map((each) => (
              <RuleLine
                key={each.id}
                rule={each}
                sentence={sentence(each)}
                onEdit={() => setEditing(each)}
                onToggle={() => toggle(each.id)}
                onRemove={() => remove(each.id)}
              />
            ))}
          </ol>
        )}
      </div>
      {editing && (
        <RecycleSheet
          rule={rule}
          pools={pools}
          error={act.error}
          onClose={() => setEditing(undefined)}
          onSave={async (typed) => {
            await save(typed, rule?.id);
            setEditing(undefined);
          }}
        />
      )}
    </Card>
  );
}
