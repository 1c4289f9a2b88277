import { as, columnOf, conjuncts, lastName, listOf, nameIn, type Node, textOf, walk } from './syntax.ts';

/** Schemas whose tables belong to an organisation: base tables and their reading views. */
const TENANT_SCHEMAS = new Set(['app', 'seen']);

/** What a name in scope stands for: a table whose rows must be bound to the organisation, or something made of such. */
interface Source {
  readonly alias: string;
  /** Column that holds the organisation; none for what was bound where it was made. */
  readonly tenantColumn: 'org_id' | 'id' | undefined;
  readonly table: string;
}

type Scope = ReadonlySet<string>;

/** The tenant table a node names, if it names one. `organizations` holds the organisation in its own id. */
export function tenantTable(node: unknown): Source | undefined {
  const range = (as('RangeVar', node) ?? node) as Node;
  if (!TENANT_SCHEMAS.has(nameIn(range, 'schemaname'))) return undefined;
  const table = nameIn(range, 'relname');
  const alias = nameIn(range.alias as Node | undefined, 'aliasname') || table;
  return { alias, table, tenantColumn: table === 'organizations' ? 'id' : 'org_id' };
}

function isParameter(node: unknown): boolean {
  const cast = as('TypeCast', node);
  if (cast) return isParameter(cast.arg);
  return as('ParamRef', node) !== undefined || as('A_Const', node) !== undefined;
}

/** Pairs that a term holds equal: `a = b`, `(a, b) = (c, d)` and `a = any($1)`. */
function equalities(term: Node): [unknown, unknown][] {
  const expression = as('A_Expr', term);
  if (!expression || lastName(listOf(expression, 'name')) !== '=') return [];
  const [left, right] = [as('RowExpr', expression.lexpr), as('RowExpr', expression.rexpr)];
  if (left && right) {
    const others = listOf(right, 'args');
    return listOf(left, 'args').map((item, at) => [item, others[at]]);
  }
  return [[expression.lexpr, expression.rexpr]];
}

/** Finds the tables that a statement reads or writes without saying whose rows it means. */
export class OrganizationBinding {
  readonly breaches: string[] = [];

  /** Looks at one statement or subquery; `outer` are the names around it that are bound already. */
  check(kind: string, node: Node, outer: Scope = new Set()): void {
    const known = this.#withClause(node, outer);
    if (kind === 'SelectStmt') this.#select(node, known);
    else if (kind === 'UpdateStmt')
      this.#level([{ RangeVar: node.relation }, ...listOf(node, 'fromClause')], node, known);
    else if (kind === 'DeleteStmt')
      this.#level([{ RangeVar: node.relation }, ...listOf(node, 'usingClause')], node, known);
    else if (kind === 'InsertStmt') this.#insert(node, known);
  }

  #withClause(node: Node, outer: Scope): Scope {
    const known = new Set(outer);
    for (const item of listOf(node.withClause as Node | undefined, 'ctes')) {
      const cte = as('CommonTableExpr', item);
      known.add(nameIn(cte, 'ctename'));
      this.#below(cte?.ctequery, known);
    }
    return known;
  }

  #select(node: Node, outer: Scope): void {
    if (node.larg && node.rarg) {
      this.check('SelectStmt', node.larg as Node, outer);
      this.check('SelectStmt', node.rarg as Node, outer);
      return;
    }
    this.#level(listOf(node, 'fromClause'), node, outer);
  }

  #insert(node: Node, outer: Scope): void {
    const target = tenantTable({ RangeVar: node.relation });
    const columns = listOf(node, 'cols').map((column) => nameIn(as('ResTarget', column), 'name'));
    if (target && !columns.includes(target.tenantColumn ?? 'org_id'))
      this.breaches.push(`inserts into ${target.table} without ${target.tenantColumn}`);
    this.#below(node.selectStmt, outer);
    this.#below(node.onConflictClause, new Set([...outer, target?.alias ?? '', 'excluded']));
  }

  /** One level of names: what stands in `from`, held together by joins and the condition. */
  #level(from: readonly Node[], node: Node, outer: Scope): void {
    const sources: Source[] = [];
    const terms = conjuncts(node.whereClause);
    const joined: [string, string][] = [];
    for (const item of from) this.#gather(item, sources, terms, joined);
    const bound = this.#bind(sources, terms, joined, outer);
    for (const source of sources) {
      if (source.tenantColumn && !bound.has(source.alias))
        this.breaches.push(`reads or changes ${source.table} ${source.alias} without its own ${source.tenantColumn}`);
    }
    for (const [key, inside] of Object.entries(node)) if (key !== 'withClause') this.#below(inside, bound);
  }

  #gather(item: Node, sources: Source[], terms: Node[], joined: [string, string][]): void {
    const join = as('JoinExpr', item);
    if (join) {
      const start = sources.length;
      this.#gather(join.larg as Node, sources, terms, joined);
      const middle = sources.length;
      this.#gather(join.rarg as Node, sources, terms, joined);
      terms.push(...conjuncts(join.quals));
      if (listOf(join, 'usingClause').some((column) => textOf(column) === 'org_id'))
        for (const left of sources.slice(start, middle))
          for (const right of sources.slice(middle)) joined.push([left.alias, right.alias]);
      return;
    }
    const tenant = as('RangeVar', item) && tenantTable(item);
    if (tenant) sources.push(tenant);
    const made = as('RangeSubselect', item) ?? (tenant ? undefined : as('RangeVar', item));
    // A subquery and a name of WITH are bound where they are written.
    const alias = nameIn(made?.alias as Node | undefined, 'aliasname') || nameIn(made, 'relname');
    if (made) sources.push({ alias, table: alias, tenantColumn: undefined });
  }

  #bind(sources: readonly Source[], terms: readonly Node[], joined: [string, string][], outer: Scope): Set<string> {
    const bound = new Set([...outer, ...sources.filter((s) => !s.tenantColumn).map((s) => s.alias)]);
    const tables = sources.filter((source) => source.tenantColumn);
    const tenantAlias = (node: unknown): string | undefined => {
      const reference = columnOf(node);
      if (!reference) return undefined;
      if (reference.table === '') return tables.find(({ tenantColumn }) => tenantColumn === reference.column)?.alias;
      const source = tables.find(({ alias }) => alias === reference.table);
      if ((source?.tenantColumn ?? 'org_id') !== reference.column) return undefined;
      return reference.table;
    };
    const pairs = [...joined];
    for (const [left, right] of terms.flatMap(equalities)) {
      const [a, b] = [tenantAlias(left), tenantAlias(right)];
      if (a && b) pairs.push([a, b]);
      else if (a && isParameter(right)) bound.add(a);
      else if (b && isParameter(left)) bound.add(b);
    }
    for (let before = -1; before !== bound.size; ) {
      before = bound.size;
      for (const [a, b] of pairs) {
        if (bound.has(a)) bound.add(b);
        else if (bound.has(b)) bound.add(a);
      }
    }
    return bound;
  }

  #below(node: unknown, scope: Scope): void {
    walk(node && typeof node === 'object' && !Array.isArray(node) ? { ...(node as Node) } : node, (kind, inside) => {
      if (!/^(Select|Insert|Update|Delete)Stmt$/.test(kind)) return false;
      this.check(kind, inside, scope);
      return true;
    });
  }
}
