/** A department as far as reviews ask. */
export interface TeamNode {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Its supervisor while active. */
  readonly supervisorId: string | null;
}

function childrenOf(departments: readonly TeamNode[]): ReadonlyMap<string | null, readonly TeamNode[]> {
  return Map.groupBy(departments, ({ parentId }) => parentId);
}

/**
 * The departments whose people one supervisor looks after in a week: the department itself and those below it, down to
 * where somebody else supervises.
 */
export function teamOf(departments: readonly TeamNode[], id: string): string[] {
  const root = departments.find((one) => one.id === id);
  if (!root) return [];
  const children = childrenOf(departments);
  const within = (node: TeamNode): string[] => [
    node.id,
    ...(children.get(node.id) ?? [])
      .filter(({ supervisorId }) => supervisorId === null || supervisorId === root.supervisorId)
      .flatMap(within),
  ];
  return within(root);
}

/** A department and all below it: what the review of a month looks at. */
export function treeOf(departments: readonly TeamNode[], id: string): string[] {
  const children = childrenOf(departments);
  const within = (one: string): string[] => [one, ...(children.get(one) ?? []).flatMap((child) => within(child.id))];
  return departments.some((one) => one.id === id) ? within(id) : [];
}

/** The supervisor above a department, the next one up who is somebody else than below. */
function supervisorAbove(departments: ReadonlyMap<string, TeamNode>, node: TeamNode): string | null {
  for (let up = departments.get(node.parentId ?? ''); up; up = departments.get(up.parentId ?? ''))
    if (up.supervisorId !== null) return up.supervisorId;
  return null;
}

/** Who holds which reviews: each supervised team its weekly check, the topmost supervised ones their month and quarter. */
export function holdersIn(
  departments: readonly TeamNode[],
): readonly { readonly department: TeamNode; readonly ownerId: string; readonly topmost: boolean }[] {
  const byId = new Map(departments.map((one) => [one.id, one]));
  return departments.flatMap((department) => {
    const { supervisorId } = department;
    if (supervisorId === null) return [];
    const above = supervisorAbove(byId, department);
    // Who supervises a department and one above it has one team.
    return above === supervisorId ? [] : [{ department, ownerId: supervisorId, topmost: above === null }];
  });
}
