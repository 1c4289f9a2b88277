import type { PermissionFacts, VerbGroup } from '@dealtrail/protocol/organization';

/** What a role grants while it is edited: permission → scope. */
export type Grants = Readonly<Record<string, string>>;

/** How far a cell reaches: nothing, a scope, or its permissions reach differently. */
export type CellScope = string;

/** The columns of the matrix, in the order they are read. */
export const verbGroups: readonly VerbGroup[] = ['read', 'write', 'reveal', 'export', 'special'];

/** One object of the matrix with its permissions by column. */
export interface MatrixRow {
  readonly object: string;
  readonly permissions: readonly PermissionFacts[];
  readonly cells: Readonly<Record<VerbGroup, readonly PermissionFacts[]>>;
}

/** The permissions of the house as rows of objects, in their order. */
export function matrixRows(permissions: readonly PermissionFacts[], objects: readonly string[]): readonly MatrixRow[] {
  return objects.map((object) => {
    const own = permissions.filter((each) => each.object === object);
    const of = (group: VerbGroup) => own.filter((each) => each.group === group);
    return {
      object,
      permissions: verbGroups.flatMap(of),
      cells: {
        read: of('read'),
        write: of('write'),
        reveal: of('reveal'),
        export: of('export'),
        special: of('special'),
      },
    };
  });
}

/** How far the permissions of a cell reach together: `none`, one scope, or `mixed`. */
export function cellScope(cell: readonly PermissionFacts[], grants: Grants): CellScope {
  const scopes = new Set(cell.map(({ permission }) => grants[permission] ?? 'none'));
  const [only = 'none'] = scopes;
  return scopes.size > 1 ? 'mixed' : only;
}

/** The scopes a cell can be given; one that knows no parts is granted or not. */
export function scopesOf(cell: readonly PermissionFacts[]): readonly string[] {
  return cell.some(({ scoped }) => scoped) ? ['none', 'own', 'team', 'tree', 'all'] : ['none', 'all'];
}

/** The grants with these permissions reaching as far as said; one that knows no parts is granted whole. */
export function withScope(grants: Grants, cell: readonly PermissionFacts[], scope: string): Grants {
  const next: Record<string, string> = { ...grants };
  for (const { permission, scoped } of cell) {
    if (scope === 'none') delete next[permission];
    else next[permission] = scoped ? scope : 'all';
  }
  return next;
}

/** Permissions that reach differently in one than in the other. */
export function changedGrants(one: Grants, other: Grants): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (permission) => one[permission] !== other[permission],
  );
}
