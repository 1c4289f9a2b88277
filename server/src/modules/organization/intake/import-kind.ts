import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { importKind, type ImportRow, type ImportRun, type RowOutcome } from '../../../kernel/imports/import-kind.ts';
import { superviseIfNobody } from '../store/department-store.ts';
import { saveMember } from '../store/member-store.ts';
import { insertInvited } from './insert-invited.ts';
import { KnownMembers } from './known-members.ts';
import { memberFields, type MemberRow, prepareMember } from './member-row.ts';
import { DepartmentPaths } from './place-departments.ts';
import { RoleWords } from './role-words.ts';

/** What the rows of one batch are judged by. */
interface Desk {
  readonly tx: Tx;
  readonly run: ImportRun;
  readonly known: KnownMembers;
  readonly roles: RoleWords;
  readonly departments: DepartmentPaths;
}

/** Fills what is blank of a member who is there already; nothing else of them changes. */
async function fillBlanks(
  { tx, departments, run }: Desk,
  member: RowOf<'members'>,
  row: MemberRow,
): Promise<RowOutcome> {
  if (run.known === 'skip') return 'duplicate';
  const department = member.departmentId === null ? await departments.at(row.department) : null;
  const patch = {
    ...(member.mobile === null && row.mobile !== null ? { mobile: row.mobile } : {}),
    ...(member.staffNumber === null && row.staffNumber !== null ? { staffNumber: row.staffNumber } : {}),
    ...(member.leadCapacity === null && row.leadCapacity !== null ? { leadCapacity: row.leadCapacity } : {}),
    ...(department ? { departmentId: department.id } : {}),
  };
  if (Object.keys(patch).length === 0) return 'duplicate';
  await saveMember(tx, member, patch);
  return 'merged';
}

async function takeRow(desk: Desk, row: MemberRow): Promise<RowOutcome> {
  const { tx, run, known } = desk;
  const conflicts = known.conflictsOf(row);
  if (conflicts.length > 0) return { rejected: conflicts };
  const member = known.rows.get(row.email);
  if (member) return fillBlanks(desk, member, row);
  if (known.has(row.email)) return 'duplicate';
  const roles = desk.roles.keysOf(row.roles);
  if ('rejected' in roles) return { rejected: roles.rejected };
  const department = await desk.departments.at(row.department);
  const memberId = await insertInvited(tx, run, { ...row, departmentId: department?.id ?? null, roleKeys: roles.keys });
  if (row.supervises && department) await superviseIfNobody(tx, department.id, memberId);
  known.met(row, run);
  return 'created';
}

async function takeIn(tx: Tx, rows: readonly ImportRow<MemberRow>[], run: ImportRun): Promise<RowOutcome[]> {
  const desk: Desk = {
    tx,
    run,
    known: await KnownMembers.find(tx, rows, run),
    roles: await RoleWords.read(tx, run),
    departments: await DepartmentPaths.read(tx),
  };
  const outcomes: RowOutcome[] = [];
  for (const { values } of rows) outcomes.push(await takeRow(desk, values));
  return outcomes;
}

/** Members from files: missing departments are made, everybody new is invited, who is there learns what they lack. */
export const memberImports = importKind<MemberRow>({
  kind: 'member',
  permission: 'organization.manage',
  fields: memberFields,
  known: ['fill_blanks', 'skip'],
  prepare: prepareMember,
  takeIn,
});
