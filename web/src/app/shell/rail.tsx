import { Link, useLocation } from '@tanstack/react-router';
import { setAppearance, useAppearance } from '../../kernel/appearance/index.ts';
import { useWords } from '../../kernel/i18n/index.ts';
import { useMay } from '../../kernel/session/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { type NavigationEntry, navigation, standsUnder } from '../navigation.ts';
import { pageExists } from '../screens.ts';
import { Mark } from './mark.tsx';
import { useOverdue } from './use-overdue.ts';

function Entry({ entry }: { readonly entry: NavigationEntry }) {
  const word = useWords();
  const { pathname } = useLocation();
  const overdue = useOverdue();
  const here = standsUnder(pathname, entry.path);
  return (
    <li>
      <Link
        to={entry.path}
        activeProps={{}}
        {...(here ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
      >
        <Icon name={entry.icon} size={18} />
        <span>{word(`nav.${entry.key}`)}</span>
        {entry.key === 'today' && overdue > 0 && (
          <span className="n">{word('shell.clocks.late', { count: overdue })}</span>
        )}
      </Link>
    </li>
  );
}

/** The left rail: where a member may go, in the order the sale runs; wide on Today and slim elsewhere unless chosen. */
export function Rail() {
  const word = useWords();
  const may = useMay();
  const { rail } = useAppearance();
  const { pathname } = useLocation();
  const slim = rail ? rail === 'slim' : pathname !== '/';
  const standing = (entries: readonly NavigationEntry[]) =>
    entries.filter((entry) => pageExists(entry.path) && may(entry.permission));
  const groups = [standing(navigation.main), standing(navigation.back)].filter((group) => group.length > 0);
  return (
    <nav className={`rail ${slim ? 'slim' : ''}`} aria-label={word('shell.rail')}>
      <Link to="/" className="brand" activeProps={{}} aria-current={undefined} aria-label={word('brand')}>
        <Mark />
        <span>{word('brand')}</span>
      </Link>
      {groups.map((group) => (
        <ul key={group[0]?.key}>
          {group.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </ul>
      ))}
      <ul className="foot">
        {standing(navigation.foot).map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
        <li>
          <button type="button" onClick={() => setAppearance({ rail: slim ? 'wide' : 'slim' })}>
            <Icon name="collapse" size={18} />
            <span>{word(slim ? 'shell.expand' : 'shell.collapse')}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
