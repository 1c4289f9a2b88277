/** A department as the flat list gives it. */
export interface FlatDepartment {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** A department with how deep it lies: 0 is the top. */
export type Placed<D extends FlatDepartment> = D & { readonly depth: number };

/** The departments as a tree is read: each parent, then what is below it, brothers as they come; one whose parent is not there stands at the top. */
export function treeOrder<D extends FlatDepartment>(departments: readonly D[]): readonly Placed<D>[] {
  const known = new Set(departments.map(({ id }) => id));
  const below = new Map<string | null, D[]>();
  for (const department of departments) {
    const parent = department.parentId !== null && known.has(department.parentId) ? department.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), department]);
  }
  const placed: Placed<D>[] = [];
  const seen = new Set<string>();
  const walk = (parent: string | null, depth: number) => {
    for (const department of below.get(parent) ?? []) {
      if (seen.has(department.id)) continue;
      seen.add(department.id);
      placed.push({ ...department, depth });
      walk(department.id, depth + 1);
    }
  };
  walk(null, 0);
  return placed;
}

/** A department and everything below it: where it can not be moved. */
export function withBelow(departments: readonly FlatDepartment[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id: each, parentId } of departments) {
      if (parentId === null || !found.has(parentId) || found.has(each)) continue;
      found.add(each);
      grew = true;
    }
  }
  return found;
}
