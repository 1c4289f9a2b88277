import type { WorkItem } from '@dealtrail/protocol/insights';

/** How lines of a section stand: as the server sends them, by customer, or the largest amount first. */
export const dayOrders = ['due', 'customer', 'worth'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** Sections of Today as they are worked through. */
export const sections = ['overdue', 'today', 'next', 'paused'] as const;
export type Section = (typeof sections)[number];

const nameOf = (item: WorkItem): string => item.customerName ?? item.recordTitle ?? '';

/** The lines of one section in the order wanted; lines without a customer or an amount stand at the end. */
export function inOrder(items: readonly WorkItem[], order: DayOrder, language: string): readonly WorkItem[] {
  if (order === 'due') return items;
  const sorted = [...items];
  if (order === 'worth') return sorted.sort((one, other) => (other.amountMinor ?? -1) - (one.amountMinor ?? -1));
  return sorted.sort((one, other) => {
    const [first, second] = [nameOf(one), nameOf(other)];
    return first && second ? first.localeCompare(second, language) : second.length - first.length;
  });
}

/** The first section with work in it; today when there is none. */
export function firstWithWork(counts: Readonly<Record<Section, number>>): Section {
  return sections.find((section) => counts[section] > 0) ?? 'today';
}
