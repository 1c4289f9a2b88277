import type { Filter } from '../../kit/filter/index.ts';

/** The ready views of the lead list, in the order people need them. */
export const leadViews = ['mine', 'incomplete', 'hot', 'all'] as const;
export type LeadView = (typeof leadViews)[number];

const open: readonly Filter[] = [
  { field: 'state', op: 'ne', value: 'invalid' },
  { field: 'state', op: 'ne', value: 'qualified' },
];

const filters: Readonly<Record<LeadView, readonly Filter[]>> = {
  mine: [{ field: 'ownerId', op: 'eq', value: { me: true } }, ...open],
  incomplete: [{ field: 'complete', op: 'eq', value: false }, ...open],
  hot: [{ field: 'intent', op: 'in', value: ['high'] }, ...open, { field: 'convertedOn', op: 'isEmpty' }],
  all: [],
};

/** What a ready view asks for; 全部 asks for everything. */
export function filterOfView(view: LeadView): Filter | undefined {
  const asked = filters[view];
  return asked.length ? { all: [...asked] } : undefined;
}

/** Leads of one entry of the mapping tray, as an address asks for them; `null` are those without a source. */
export function trayFilter(text: string | null): string {
  const source: Filter =
    text === null ? { field: 'source', op: 'isEmpty' } : { field: 'source', op: 'eq', value: text };
  return JSON.stringify({ all: [source, { field: 'sourceListed', op: 'eq', value: false }] });
}

/** The view an address names; without one, a person who sees only their own starts with these, others with all. */
export function viewOf(named: string | undefined, scope: string | undefined): LeadView {
  return leadViews.find((view) => view === named) ?? (scope === 'own' ? 'mine' : 'all');
}

/** Order of a list that names none: the newest first, among those of high intent the important ones. */
export function sortOfView(view: LeadView): string {
  return view === 'hot' ? '-priorityRank' : '-createdAt';
}

/** Short word of a priority: P1 for high. */
export function priorityRank(priority: 'high' | 'medium' | 'low'): 1 | 2 | 3 {
  return ({ high: 1, medium: 2, low: 3 } as const)[priority];
}

/** Bars of an intent: three for high. */
export function intentBars(intent: 'high' | 'medium' | 'low'): 1 | 2 | 3 {
  return ({ high: 3, medium: 2, low: 1 } as const)[intent];
}
