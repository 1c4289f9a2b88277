import { useState } from 'react';
import { useWords } from '../../kernel/i18n/index.ts';
import { useGo } from '../../kernel/routing/index.ts';
import { useMay } from '../../kernel/session/index.ts';
import { Button, IconButton, MenuButton } from '../../kit/button/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { TitleSlot } from '../../kit/page/index.ts';
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

function SearchBox({ onOpen }: { readonly onOpen: () => void }) {
  const word = useWords();
  return (
    <button type="button" className="find" aria-keyshortcuts="Control+K Meta+K" onClick={onOpen}>
      <Icon name="search" />
      <span className="k-grow k-clip">{word('shell.search')}</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  );
}

function ClockBell() {
  const word = useWords();
  const go = useGo();
  const overdue = useOverdue();
  const label = overdue ? word('shell.clocks', { count: overdue }) : word('shell.clocks.none');
  return <IconButton icon="clock" badge={overdue} label={label} onClick={() => go('/')} />;
}

/** The top bar: search everything, make something, overdue clocks, notifications, the member; on a phone the page's title. */
export function TopBar() {
  const word = useWords();
  const phone = usePhone();
  const [searching, setSearching] = useState(false);
  const search = () => setSearching(true);
  usePaletteKey(search);
  return (
    <header className="top">
      {phone ? (
        <>
          <TitleSlot />
          <IconButton icon="search" size={22} label={word('shell.search.short')} onClick={search} />
        </>
      ) : (
        <>
          <SearchBox onOpen={search} />
          <span className="k-grow" />
          <CreateMenu />
          <ClockBell />
        </>
      )}
      <NotificationBell />
      {!phone && <UserMenu />}
      <Palette open={searching} onClose={() => setSearching(false)} />
    </header>
  );
}
