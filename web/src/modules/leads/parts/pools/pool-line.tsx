import type { PoolSetting } from '@dealtrail/protocol/leads';
import { IconButton, type MenuAct, MenuButton } from '../../../../kit/button/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useColleagues, useDepartmentOptions } from '../../../organization/index.ts';
import { useConditionWords } from '../settings/rule-line.tsx';
import { useLeadWords } from '../words.ts';

/** Who claims from a pool, in words; a role of the organisation's own making by its key. */
function useClaimerWords(): (pool: PoolSetting) => string {
  const word = useLeadWords();
  const departments = useDepartmentOptions();
  const people = useColleagues().data?.items ?? [];
  const { language } = useKit();
  return ({ departmentIds, memberIds, roleKeys }) => {
    const names = [
      ...departmentIds.map((id) => departments.find(({ value }) => value === id)?.label),
      ...memberIds.map((id) => people.find((person) => person.id === id)?.name),
      ...roleKeys.map((key) => {
        const said = word(`role.${key}`);
        return said === `role.${key}` ? key : said;
      }),
    ].filter((name) => name !== undefined);
    return names.length > 0 ? joined(names, 'names', language) : word('pools.pool.everybody');
  };
}

interface PoolLineProps {
  readonly pool: PoolSetting;
  readonly busy: boolean;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

/** One pool of the settings: which leads lie there, who claims them, its limits, and its place in the order. */
export function PoolLine({ pool, busy, onUp, onDown, onEdit, onToggle, onRemove }: PoolLineProps) {
  const word = useLeadWords();
  const conditionWords = useConditionWords();
  const claimerWords = useClaimerWords();
  const { name, isDefault, active, dailyLimit, holdLimit, protectionDays, formerOwnerDays, leads } = pool;
  const edit: MenuAct = { key: 'edit', word: word('pools.pool.edit'), icon: 'edit', onClick: onEdit };
  const further: readonly (MenuAct | null)[] = isDefault
    ? []
    : [
        {
          key: 'toggle',
          word: word(active ? 'pools.pool.stop' : 'pools.pool.start'),
          icon: 'pause',
          onClick: onToggle,
        },
        null,
        { key: 'remove', word: word('pools.pool.remove'), icon: 'trash', danger: true, onClick: onRemove },
      ];
  return (
    <li className={active ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s13 k-t2">
          {isDefault ? word('pools.pool.rest') : conditionWords(pool)} → {claimerWords(pool)}
        </div>
        <div className="k-s12 k-t3">
          <Facts>
            {dailyLimit !== null && word('pools.pool.daily', { count: dailyLimit })}
            {holdLimit !== null && word('pools.pool.hold', { count: holdLimit })}
            {protectionDays > 0 && word('pools.pool.protect', { count: protectionDays })}
            {formerOwnerDays > 0 && word('pools.pool.formerOwner', { count: formerOwnerDays })}
          </Facts>
        </div>
      </div>
      {isDefault && <StateTag>{word('pools.pool.default')}</StateTag>}
      {!active && <StateTag>{word('pools.pool.stopped')}</StateTag>}
      <span className="k-s13 k-t2">{word('pools.pool.leads', { count: leads })}</span>
      <span className="k-row">
        {!isDefault && (
          <>
            <IconButton small icon="up" label={word('pools.up', { name })} disabled={!onUp || busy} onClick={onUp} />
            <IconButton
              small
              icon="down"
              label={word('pools.down', { name })}
              disabled={!onDown || busy}
              onClick={onDown}
            />
          </>
        )}
        <MenuButton acts={[edit, ...further]}>
          <IconButton small icon="more" label={word('pools.acts', { name })} />
        </MenuButton>
      </span>
    </li>
  );
}
