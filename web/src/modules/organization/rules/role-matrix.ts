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

function place(chapter: string): number {
  const at = chapters.indexOf(chapter);
  return at < 0 ? chapters.length : at;
}

/** Everything any role grants, as rows grouped by chapter, with one column a role. */
export function roleMatrix(roles: readonly GrantingRole[]): readonly MatrixGroup[] {
  const permissions = [...new Set(roles.flatMap(({ grants }) => Object.keys(grants)))].sort();
  const groups = new Map<string, MatrixGroup['rows'][number][]>();
  for (const permission of permissions) {
    const chapter = permission.split('.')[0] ?? permission;
    const scopes = roles.map(({ grants }) => grants[permission] ?? null);
    groups.set(chapter, [...(groups.get(chapter) ?? []), { permission, scopes }]);
  }
  return [...groups]
    .map(([chapter, rows]) => ({ chapter, rows }))

    .sort((a, b) => place(a.chapter) - place(b.chapter) || a.chapter.localeCompare(b.chapter));
}
