import { allOf, as, lastName, listOf, nameIn, type Node, statementsOf, textOf, walk } from './syntax.ts';

/** Longest name that keeps its meaning when a shard's number is put behind it. */
const LONGEST_NAME = 50;

const KEYS = new Set(['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_EXCLUSION']);

interface Table {
  readonly name: string;
  readonly columns: readonly Node[];
  readonly constraints: readonly Node[];
  readonly tenant: boolean;
}

function tableOf(create: Node): Table | undefined {
  const relation = create.relation as Node;
  if (relation.schemaname !== 'app' || create.partbound) return undefined;
  const elements = listOf(create, 'tableElts');
  const columns = allOf('ColumnDef', elements);
  const constraints = allOf('Constraint', elements);
  const tenant = columns.some((column) => column.colname === 'org_id');
  return { name: nameIn(relation, 'relname'), columns, constraints, tenant };
}

function inlineConstraints(column: Node): Node[] {
  return allOf('Constraint', listOf(column, 'constraints'));
}

function nameBreaches(name: string, what: string): string[] {
  if (!name) return [`${what} has no name of its own`];
  if (name.length > LONGEST_NAME) return [`${what} ${name} is longer than ${LONGEST_NAME} letters`];
  return /_\d+$/.test(name) ? [`${what} ${name} ends like the number of a shard`] : [];
}

const names = (list: readonly Node[]) => list.map(textOf);

function keyBreaches(table: Table, constraint: Node): string[] {
  const kind = nameIn(constraint, 'contype');
  const name = nameIn(constraint, 'conname');
  if (kind === 'CONSTR_FOREIGN') return foreignKeyBreaches(table, constraint);
  if (!KEYS.has(kind) || !table.tenant) return [];
  const columns = names(listOf(constraint, 'keys'));
  if (kind === 'CONSTR_EXCLUSION') return [];
  return columns[0] === 'org_id' ? [] : [`${name} of ${table.name} does not begin with org_id`];
}

function foreignKeyBreaches(table: Table, constraint: Node): string[] {
  const name = nameIn(constraint, 'conname');
  const breaches: string[] = [];
  if (['n', 'd'].includes(nameIn(constraint, 'fk_del_action')) || constraint.fk_upd_action === 'c')
    breaches.push(`${name} of ${table.name} changes rows by itself: null the column in code`);
  const target = constraint.pktable as Node;
  if (!table.tenant || target.relname === 'organizations' || target.schemaname !== 'app') return breaches;
  const [own, other] = [names(listOf(constraint, 'fk_attrs')), names(listOf(constraint, 'pk_attrs'))];
  const place = own.indexOf('org_id');
  if (place === -1 || other[place] !== 'org_id')
    breaches.push(`${name} of ${table.name} does not carry org_id on both sides in the same place`);
  return breaches;
}

function columnBreaches(table: Table, column: Node): string[] {
  const breaches: string[] = [];
  const name = nameIn(column, 'colname');
  const where = `${table.name}.${name}`;
  const type = lastName(listOf(column.typeName as Node, 'names'));
  const inline = inlineConstraints(column);
  if (/serial/.test(type)) breaches.push(`${where} is a ${type}: ids are made by the application`);
  if (type === 'timestamp') breaches.push(`${where} is a timestamp without zone`);
  if (name === 'org_id' && (type !== 'uuid' || !inline.some(({ contype }) => contype === 'CONSTR_NOTNULL')))
    breaches.push(`${where} is not "uuid not null"`);
  if (name.endsWith('_minor') && type !== 'int8') breaches.push(`${where} is money but no bigint`);
  for (const constraint of inline) {
    const kind = nameIn(constraint, 'contype');
    if (KEYS.has(kind) || kind === 'CONSTR_CHECK' || kind === 'CONSTR_FOREIGN')
      breaches.push(`${where} holds a constraint inline: write it on a line of its own with a name`);
    if (kind === 'CONSTR_IDENTITY') breaches.push(`${where} is an identity: ids are made by the application`);
    if (kind === 'CONSTR_DEFAULT')
      walk(constraint, (inner, inside) => {
        if (inner === 'SQLValueFunction' || (inner === 'FuncCall' && lastName(listOf(inside, 'funcname')) !== 'uuidv7'))
          breaches.push(`${where} takes a default from the machine`);
        return false;
      });
  }
  return breaches;
}

function tableBreaches(create: Node): string[] {
  const table = tableOf(create);
  if (!table) return [];
  const breaches = table.columns.flatMap((column) => columnBreaches(table, column));
  if (!table.constraints.some(({ contype }) => contype === 'CONSTR_PRIMARY'))
    breaches.push(`${table.name} has no primary key`);
  for (const constraint of table.constraints)
    breaches.push(
      ...nameBreaches(nameIn(constraint, 'conname'), `a constraint of ${table.name}`),
      ...keyBreaches(table, constraint),
    );
  return breaches;
}

function indexBreaches(index: Node): string[] {
  const relation = index.relation as Node;
  if (relation.schemaname !== 'app') return [];
  const table = nameIn(relation, 'relname');
  const breaches = nameBreaches(nameIn(index, 'idxname'), `an index of ${table}`);
  const [first] = allOf('IndexElem', listOf(index, 'indexParams'));
  if (nameIn(first, 'name') !== 'org_id' && table !== 'organizations')
    breaches.push(`index ${nameIn(index, 'idxname')} of ${table} does not begin with org_id`);
  return breaches;
}

function alterBreaches(alter: Node, made: ReadonlySet<string>): string[] {
  const relation = alter.relation as Node;
  if (relation.schemaname !== 'app') return [];
  const table = nameIn(relation, 'relname');
  const commands = allOf('AlterTableCmd', listOf(alter, 'cmds'));
  const breaches: string[] = [];
  if (commands.length > 1 && commands.some(({ subtype }) => subtype === 'AT_AddConstraint'))
    breaches.push(`${table}: a constraint is added together with something else`);
  for (const command of commands) {
    if (command.subtype === 'AT_SetStatistics' && !made.has(table))
      breaches.push(`${table}: SET STATISTICS fails once sharded, write it where the table is made`);
    if (command.subtype === 'AT_DropColumn') breaches.push(`${table}: a reading view cannot lose a column`);
    const constraint = command.subtype === 'AT_AddConstraint' ? as('Constraint', command.def) : undefined;
    if (constraint) breaches.push(...nameBreaches(nameIn(constraint, 'conname'), `a constraint of ${table}`));
    const column = command.subtype === 'AT_AddColumn' ? as('ColumnDef', command.def) : undefined;
    if (column) breaches.push(...columnBreaches({ name: table, columns: [], constraints: [], tenant: true }, column));
  }
  return breaches;
}

const FORBIDDEN: Readonly<Record<string, string>> = {
  CreateTrigStmt: 'makes a trigger',
  RuleStmt: 'makes a rule',
  CreateExtensionStmt: 'needs an extension',
  CreateSeqStmt: 'makes a sequence',
};

/** What is wrong with a migration by the law for tables. Empty when nothing is. */
export function migrationBreaches(text: string): string[] {
  const statements = statementsOf(text);
  const made = new Set(
    statements.map((statement) => nameIn(as('CreateStmt', statement)?.relation as Node | undefined, 'relname')),
  );
  return statements.flatMap((statement) =>
    Object.entries(statement).flatMap(([kind, inside]) => {
      const node = inside as Node;
      if (FORBIDDEN[kind]) return [FORBIDDEN[kind]];
      if (kind === 'CreateStmt') return tableBreaches(node);
      if (kind === 'IndexStmt') return indexBreaches(node);
      if (kind === 'AlterTableStmt') return alterBreaches(node, made);
      if (kind === 'RenameStmt' && node.renameType === 'OBJECT_TABCONSTRAINT') return ['renames a constraint'];
      return [];
    }),
  );
}
