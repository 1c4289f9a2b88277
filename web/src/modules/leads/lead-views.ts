import type { Filter } from '../../kit/filter/index.ts';

/** Leads of one entry of the mapping tray, as an address asks for them; `null` are those without a source. */
export function trayFilter(text: string | null): string {
  const source: Filter =
    text === null ? { field: 'source', op: 'isEmpty' } : { field: 'source', op: 'eq', value: text };
  return JSON.stringify({ all: [source, { field: 'sourceListed', op: 'eq', value: false }] });
}

/** Short word of a priority: P1 for high. */
export function priorityRank(priority: 'high' | 'medium' | 'low'): 1 | 2 | 3 {
  return ({ high: 1, medium: 2, low: 3 } as const)[priority];
}

/** Bars of an intent: three for high. */
export function intentBars(intent: 'high' | 'medium' | 'low'): 1 | 2 | 3 {
  return ({ high: 3, medium: 2, low: 1 } as const)[intent];
}
