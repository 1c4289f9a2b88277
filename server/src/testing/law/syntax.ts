import { loadModule, parseSync } from 'libpg-query';

/** A node of PostgreSQL's own syntax tree: one key that names its kind. */
export type Node = { readonly [key: string]: unknown };

await loadModule();

/** The statements of a text as PostgreSQL itself reads them. Throws where the text is no SQL. */
export function statementsOf(text: string): Node[] {
  const { stmts } = parseSync(text) as { stmts?: { stmt?: Node }[] };
  return (stmts ?? []).flatMap(({ stmt }) => (stmt ? [stmt] : []));
}

/** The inside of a node when it is of this kind. */
export function as(kind: string, node: unknown): Node | undefined {
  return (node as Node | undefined)?.[kind] as Node | undefined;
}

/** A list inside a node; absent lists are empty. */
export function listOf(node: Node | undefined, key: string): Node[] {
  return (node?.[key] as Node[] | undefined) ?? [];
}

/** The insides of those nodes of a list that are of this kind. */
export function allOf(kind: string, nodes: readonly Node[]): Node[] {
  return nodes.map((node) => as(kind, node)).filter((inside) => inside !== undefined);
}

/** A name or a mark that a node carries as plain text; empty when it carries none. */
export function nameIn(node: Node | undefined, key: string): string {
  const value = node?.[key];
  return typeof value === 'string' ? value : '';
}

/** Text of a string node. */
export function textOf(node: unknown): string {
  return nameIn(as('String', node), 'sval');
}

/** Last part of a dotted name, such as the function of `pg_catalog.now`. */
export function lastName(parts: readonly Node[]): string {
  return textOf(parts.at(-1)).toLowerCase();
}

/** Table and column of a column reference; a bare column has no table, `t.*` no column. */
export function columnOf(node: unknown): { table: string; column: string } | undefined {
  const reference = as('ColumnRef', node);
  if (!reference) return undefined;
  const names = listOf(reference, 'fields').map(textOf);
  return { table: names.at(-2) ?? '', column: names.at(-1) ?? '' };
}

/** Calls `meet` for every node below this one until it says the subtree is done with. */
export function walk(node: unknown, meet: (kind: string, inside: Node) => boolean): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, meet);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [kind, inside] of Object.entries(node)) {
    if (typeof inside !== 'object' || inside === null) continue;
    if (!Array.isArray(inside) && /^[A-Z]/.test(kind) && meet(kind, inside as Node)) continue;
    walk(inside, meet);
  }
}

/** The terms of a condition that must all hold. */
export function conjuncts(node: unknown): Node[] {
  const both = as('BoolExpr', node);
  if (both?.boolop === 'AND_EXPR') return listOf(both, 'args').flatMap(conjuncts);
  return node ? [node as Node] : [];
}
