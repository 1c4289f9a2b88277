/** A role with what it grants: permission to scope. */
export interface GrantingRole {
  readonly key: string;
  readonly name: string;
  readonly grants: Readonly<Record<string, string>>;
}

/** The permissions of one chapter, each with its scope by role; nothing granted is `null`. */
export interface MatrixGroup {
  readonly chapter: string;
  readonly rows: readonly { readonly permission: string; readonly scopes: readonly (string | null)[] }[];
}

/** Order in which a matrix is read: as the sale runs; what is not named here follows by name. */
const chapters = ['leads', 'customers', 'opportunities', 'insights', 'organization', 'audit'];

/** Verbs from looking to deciding. */
const verbs = ['read', 'create', 'import', 'update', 'followUp', 'advance', 'assign', 'close', 'reveal'];

/** Place in a named order; what is not named comes after it. */
function place(order: readonly string[], name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

function byPlace(order: readonly string[], one: string, other: string): number {
  return place(order, one) - place(order, other) || one.localeCompare(other);
}

/** Everything any role grants, as rows grouped by chapter, with one column a role. */
export function roleMatrix(roles: readonly GrantingRole[]): readonly MatrixGroup[] {
  const permissions = [...new Set(roles.flatMap(({ grants }) => Object.keys(grants)))];
  const groups = new Map<string, MatrixGroup['rows'][number][]>();
  for (const permission of permissions) {
    const chapter = permission.split('.')[0] ?? permission;
    const scopes = roles.map(({ grants }) => grants[permission] ?? null);
    groups.set(chapter, [...(groups.get(chapter) ?? []), { permission, scopes }]);
  }
  const verb = (permission: string) => permission.split('.')[1] ?? '';
  return [...groups]
    .map(([chapter, rows]) => ({
      chapter,
      rows: rows.sort((one, other) => byPlace(verbs, verb(one.permission), verb(other.permission))),
    }))
    .sort((one, other) => byPlace(chapters, one.chapter, other.chapter));
}

/** The roles in the order they ship, then the organisation's own by name. */
export function rolesInOrder<R extends GrantingRole>(roles: readonly R[], shipped: readonly string[]): readonly R[] {
  return [...roles].sort(
    (one, other) => place(shipped, one.key) - place(shipped, other.key) || one.name.localeCompare(other.name, 'zh'),
  );
}
