import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useSettingsWords } from './words.ts';
import './settings.css';

/** The settings in the order they are needed when a company starts. */
const places = [
  { key: 'organization', path: '/settings', permission: 'member' },
  { key: 'departments', path: '/settings/departments', permission: 'organization.manage' },
  { key: 'members', path: '/settings/members', permission: 'organization.read' },
  { key: 'invitations', path: '/settings/invitations', permission: 'organization.manage' },
  { key: 'roles', path: '/settings/roles', permission: 'organization.read' },
  { key: 'signIns', path: '/settings/sign-ins', permission: 'organization.manage' },
  { key: 'rules', path: '/settings/rules', permission: 'leads.manageRules' },
  { key: 'assignment', path: '/settings/assignment', permission: 'leads.manageRules' },
  { key: 'pools', path: '/settings/pools', permission: 'leads.manageRules' },
  { key: 'automation', path: '/settings/automation', permission: 'automation.manage' },
  { key: 'clocks', path: '/settings/clocks', permission: 'organization.manage' },
  { key: 'clockReasons', path: '/settings/clock-reasons', permission: 'organization.manage' },
  { key: 'calendar', path: '/settings/calendar', permission: 'organization.manage' },
  { key: 'sources', path: '/settings/sources', permission: 'leads.manageRules' },
  { key: 'templates', path: '/settings/follow-up-templates', permission: 'member' },
  { key: 'forms', path: '/settings/forms', permission: 'leads.manageRules' },
  { key: 'webhooks', path: '/settings/webhooks', permission: 'leads.manageRules' },
  { key: 'duplicates', path: '/settings/duplicates', permission: 'leads.manageRules' },
  { key: 'notifications', path: '/settings/notifications', permission: 'member' },
  { key: 'watched', path: '/settings/watched', permission: 'member' },
  { key: 'operations', path: '/settings/operations', permission: 'organization.manage' },
  { key: 'recycleBin', path: '/settings/recycle-bin', permission: 'member' },
  { key: 'audit', path: '/settings/audit', permission: 'audit.read' },
  { key: 'demo', path: '/demo', permission: 'organization.manage' },
  { key: 'apiKeys', path: '/settings/api-keys', permission: 'member' },
] as const;

type Place = (typeof places)[number]['key'];

interface SettingsFrameProps {
  readonly here: Place;
  /** Of a page below the place; without it the place's own. */
  readonly title?: string;
  /** What this is for, in a sentence under the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the settings with the way to the others; a member sees those that are theirs to use. */
export function SettingsFrame({ here, title, note, actions, children }: SettingsFrameProps) {
  const word = useSettingsWords();
  const may = useMay();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the places stand in one line that scrolls.
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <div className="settings">
      <nav ref={nav} aria-label={word('settings.title')}>
        <ul>
          {places
            .filter(({ permission }) => may(permission))
            .map(({ key, path }) => (
              <li key={key}>
                <Link
                  to={path}
                  activeProps={{}}
                  activeOptions={{ exact: true }}
                  aria-current={key === here ? 'page' : undefined}
                >
                  {word(`settings.place.${key}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <Page title={title ?? word(`settings.place.${here}`)} actions={actions}>
        {note && <p className="k-t2 settings-note">{note}</p>}
        {children}
      </Page>
    </div>
  );
}
