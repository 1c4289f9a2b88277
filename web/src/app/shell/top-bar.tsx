import { useState } from 'react';
import { useWords } from '../../kernel/i18n/index.ts';
import { useGo } from '../../kernel/routing/index.ts';
import { useMay } from '../../kernel/session/index.ts';
import { Button, IconButton, MenuButton } from '../../kit/button/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { usePhone } from '../../kit/provider/index.ts';
import { creatable } from '../navigation.ts';
import { Palette, usePaletteKey } from '../palette/index.tsx';
import { pageExists } from '../screens.ts';
import { NotificationBell } from './notification-bell.tsx';
import { useOverdue } from './use-overdue.ts';
import { UserMenu } from './user-menu.tsx';

function CreateMenu() {
  const word = useWords();
  const go = useGo();
  const may = useMay();
  const acts = creatable
    .filter((entry) => pageExists(entry.path) && may(entry.permission))
    .map((entry) => ({
      key: entry.key,
      word: word(`new.${entry.key}`),
      icon: entry.icon,
      onClick: () => go(entry.path),
    }));
  if (acts.length === 0) return null;
  return (
    <MenuButton acts={acts}>
      <Button icon="plus">{word('shell.create')}</Button>
    </MenuButton>
  );
}

/** The top bar: search everything, make something, overdue clocks, notifications, the member. */
export function TopBar() {
  const word = useWords();
  const go = useGo();
  const phone = usePhone();
  const overdue = useOverdue();
  const [searching, setSearching] = useState(false);
  usePaletteKey(() => setSearching(true));
  return (
    <header className="top">
      <button type="button" className="find" aria-keyshortcuts="Control+K Meta+K" onClick={() => setSearching(true)}>
        <Icon name="search" />
        <span className="k-grow k-clip">{word(phone ? 'shell.search.short' : 'shell.search')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {!phone && <span className="k-grow" />}
      <CreateMenu />
      <IconButton
        icon="clock"
        badge={overdue}
        label={overdue ? word('shell.clocks', { count: overdue }) : word('shell.clocks.none')}
        onClick={() => go('/')}
      />
      <NotificationBell />
      <UserMenu />
      <Palette open={searching} onClose={() => setSearching(false)} />
    </header>
  );
}
