import type { IconName } from '../kit/icon/index.ts';

/** One entry of the rail; it stands only when its page exists and the member may see it. */
export interface NavigationEntry {
  readonly key:
    | 'today'
    | 'leads'
    | 'pools'
    | 'customers'
    | 'opportunities'
    | 'clocks'
    | 'campaigns'
    | 'reviews'
    | 'insights'
    | 'settings';
  readonly path: string;
  readonly icon: IconName;
  readonly permission: string;
}

/** The rail in the order the sale runs; the second group is for looking back, settings stand at the foot. */
export const navigation: {
  readonly main: readonly NavigationEntry[];
  readonly back: readonly NavigationEntry[];
  readonly foot: readonly NavigationEntry[];
} = {
  main: [
    { key: 'today', path: '/', icon: 'today', permission: 'member' },
    { key: 'leads', path: '/leads', icon: 'lead', permission: 'leads.read' },
    { key: 'pools', path: '/pools', icon: 'pool', permission: 'leads.claim' },
    { key: 'customers', path: '/customers', icon: 'customer', permission: 'customers.read' },
    { key: 'opportunities', path: '/opportunities', icon: 'opportunity', permission: 'opportunities.read' },
  ],
  back: [
    // Whoever gives out work watches its clocks; what a representative owes stands on Today.
    { key: 'clocks', path: '/clocks', icon: 'clock', permission: 'leads.assign' },
    { key: 'campaigns', path: '/campaigns', icon: 'flag', permission: 'campaigns.read' },
    // Who holds reviews; what came of them stands among the tasks of everybody else.
    { key: 'reviews', path: '/reviews', icon: 'calendar', permission: 'reviews.hold' },
    { key: 'insights', path: '/insights', icon: 'insight', permission: 'insights.read' },
  ],
  foot: [{ key: 'settings', path: '/settings', icon: 'settings', permission: 'member' }],
};

/** One line of the 新建 menu. */
export interface CreateEntry {
  readonly key: 'lead' | 'customer' | 'opportunity' | 'import';
  readonly path: string;
  readonly icon: IconName;
  readonly permission: string;
}

/** What can be made from anywhere, in the order of its frequency. */
export const creatable: readonly CreateEntry[] = [
  { key: 'lead', path: '/leads/new', icon: 'lead', permission: 'leads.create' },
  { key: 'customer', path: '/customers/new', icon: 'customer', permission: 'customers.create' },
  { key: 'opportunity', path: '/opportunities/new', icon: 'opportunity', permission: 'opportunities.create' },
  { key: 'import', path: '/leads/import', icon: 'upload', permission: 'leads.import' },
];

/** Whether a page stands under an entry: `/leads/42` under `/leads`, only `/` itself under `/`. */
export function standsUnder(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
