import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../../kernel/i18n/index.ts';
import { useMay } from '../../kernel/session/index.ts';
import { MenuButton } from '../../kit/button/index.ts';
import { Icon, type IconName } from '../../kit/icon/index.ts';
import { standsUnder } from '../navigation.ts';
import { pageExists } from '../screens.ts';
import { useUserActs } from './user-menu.tsx';

function Place({ to, icon, children }: { readonly to: string; readonly icon: IconName; readonly children: string }) {
  const { pathname } = useLocation();
  return (
    <Link to={to} activeProps={{}} aria-current={standsUnder(pathname, to) ? 'page' : undefined}>
      <Icon name={icon} size={22} />
      {children}
    </Link>
  );
}

/** The bottom bar of a phone: 今日 · 客户 · ＋记录 · 商机 · 我的. */
export function BottomBar() {
  const word = useWords();
  const may = useMay();
  const mine = useUserActs();
  const stands = (path: string, permission: string) => pageExists(path) && may(permission);
  return (
    <nav className="bottom" aria-label={word('shell.rail')}>
      <Place to="/" icon="today">
        {word('nav.today.short')}
      </Place>
      {stands('/customers', 'customers.read') && (
        <Place to="/customers" icon="customer">
          {word('nav.customers')}
        </Place>
      )}
      {stands('/record', 'member') && (
        <Link to="/record" className="record" activeProps={{}} aria-current={undefined}>
          <span>
            <Icon name="plus" size={20} />
          </span>
          {word('nav.record')}
        </Link>
      )}
      {stands('/opportunities', 'opportunities.read') && (
        <Place to="/opportunities" icon="opportunity">
          {word('nav.opportunities')}
        </Place>
      )}
      <MenuButton acts={mine}>
        <button type="button">
          <Icon name="user" size={22} />
          {word('nav.me')}
        </button>
      </MenuButton>
    </nav>
  );
}
