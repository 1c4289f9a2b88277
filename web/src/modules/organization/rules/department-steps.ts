import type { FlatDepartment } from './department-tree.ts';

/** Where a department goes that steps up or down: behind which brother; null: first; undefined: it cannot. */
export function stepOf(
  departments: readonly FlatDepartment[],
  id: string,
  direction: 'up' | 'down',
): string | null | undefined {
  const parentId = departments.find((department) => department.id === id)?.parentId;
  const brothers = departments.filter((department) => department.parentId === parentId);
  const at = brothers.findIndex((department) => department.id === id);
  if (at < 0) return undefined;
  if (direction === 'down') return brothers[at + 1]?.id;
  return at === 0 ? undefined : (brothers[at - 2]?.id ?? null);
}
