import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../icon/index.ts';

/** One line of a menu; `null` draws a line between groups. */
export interface MenuAct {
  readonly key: string;
  readonly word: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly chosen?: boolean;
  readonly onClick: () => void;
}

interface MenuButtonProps {
  readonly acts: readonly (MenuAct | null)[];
  /** Quiet words above the acts. */
  readonly heading?: string;
  /** The button that opens the menu: `IconButton` or `Button`. */
  readonly children: ReactElement;
}

/** A menu of acts under a button; arrow keys, Enter and Esc work. */
export function MenuButton({ acts, heading, children }: MenuButtonProps) {
  const items = acts.map((act, index) =>
    act === null
      ? { type: 'divider' as const, key: `line-${index}` }
      : {
          key: act.key,
          label: act.word,
          danger: act.danger ?? false,
          disabled: act.disabled ?? false,
          ...(act.icon ? { icon: <Icon name={act.icon} /> } : {}),
          ...(act.chosen ? { extra: <Icon name="check" size={14} /> } : {}),
          onClick: ({ domEvent }: { domEvent: { stopPropagation: () => void } }) => {
            domEvent.stopPropagation();
            act.onClick();
          },
        },
  );
  const all = heading ? [{ type: 'group' as const, key: 'heading', label: heading, children: items }] : items;
  return (
    <Dropdown menu={{ items: all }} trigger={['click']} placement="bottomRight" autoFocus>
      {children}
    </Dropdown>
  );
}
