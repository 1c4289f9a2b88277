import * as protocol from '@dealtrail/protocol/organization';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import {
  brothersOf,
  departmentInUse,
  departmentQuery,
  departmentsAbove,
  insertDepartment,
  makePlace,
  moveContents,
  saveDepartment,
} from '../store/department-store.ts';
import { raiseAccessEpoch } from '../store/organization-store.ts';
import { departmentsExist, membersExist } from '../store/references.ts';
import { departmentsTable } from '../tables.ts';

type Row = RowOf<'departments'>;

/** The department tree as a flat list, parents first. */
export const listDepartments = handleRead(protocol.listDepartments, async ({ actor, read }) => ({
  items: await read.many(departmentQuery(actor.orgId)),
}));

/** The open department locked for a change, at the version the caller saw. */
async function lockDepartment(tx: Tx, { id, version }: { id: string; version: number }): Promise<Row> {
  const department = await tx.lock(departmentsTable, { id });
  if (!department || department.closedAt) throw problem('not_found');
  if (department.version !== version) {
    throw problem('stale_version', { current: await tx.one(departmentQuery(tx.orgId, id)) });
  }
  return department;
}

function refuseTakenName(brothers: readonly Row[], id: string, name: string): void {
  const same = (row: Row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase();
  if (brothers.some(same)) throw problem('department_name_taken', { params: { name } });
}

/** Adds a department as the last of its brothers. */
export const createDepartment = handle(protocol.createDepartment, async ({ actor, tx, input }) => {
  const { parentId = null, supervisorId = null } = input;
  if (parentId) await departmentsExist(tx, [parentId], 'parentId');
  if (supervisorId) await membersExist(tx, [supervisorId], 'supervisorId');
  const id = input.id ?? tx.time.newId();
  refuseTakenName(await brothersOf(tx, parentId), id, input.name);
  await insertDepartment(tx, { id, name: input.name, parentId, supervisorId });
  return tx.one(departmentQuery(actor.orgId, id));
});

/** The place of a department behind a brother; refused when that one stands elsewhere. */
async function placed(tx: Tx, department: Row, brothers: readonly Row[], after: string | null): Promise<number> {
  const others = brothers.filter(({ id }) => id !== department.id);
  if (after !== null && !others.some(({ id }) => id === after)) {
    throw problem('reference_missing', {
      fields: [{ path: 'after', code: 'reference_missing', message: 'department' }],
    });
  }
  return makePlace(tx, department, others, after);
}

/** Renames, moves or reorders a department or changes its supervisor. */
export const updateDepartment = handle(protocol.updateDepartment, async ({ actor, tx, input }) => {
  const department = await lockDepartment(tx, input);
  if (input.supervisorId) await membersExist(tx, [input.supervisorId], 'supervisorId');
  const parentId = input.parentId === undefined ? department.parentId : input.parentId;
  const moves = parentId !== department.parentId;
  // Two who move departments below each other at once wait here, and the second sees what the first did.
  if (moves) await raiseAccessEpoch(tx);
  if (moves && parentId) {
    await departmentsExist(tx, [parentId], 'parentId');
    if ((await departmentsAbove(tx, parentId)).includes(input.id)) throw problem('department_cycle');
  }
  const brothers = await brothersOf(tx, parentId);
  refuseTakenName(brothers, input.id, input.name ?? department.name);
  const last = brothers.findLast(({ id }) => id !== input.id)?.id ?? null;
  const position =
    moves || input.after !== undefined
      ? await placed(tx, department, brothers, input.after === undefined ? last : input.after)
      : department.position;
  await saveDepartment(tx, department, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.supervisorId === undefined ? {} : { supervisorId: input.supervisorId }),
    ...(moves ? { parentId } : {}),
    ...(position === department.position ? {} : { position }),
  });
  return tx.one(departmentQuery(actor.orgId, input.id));
});

/** Closes an empty department, or merges it into another that takes over its people, departments and records. */
export const closeDepartment = handle(protocol.closeDepartment, async ({ tx, input }) => {
  const department = await lockDepartment(tx, input);
  const closedAt = tx.time.now();
  if (!input.into) {
    if (await departmentInUse(tx, input.id)) throw problem('department_in_use');
    await saveDepartment(tx, department, { closedAt, supervisorId: null });
    return { members: 0, departments: 0 };
  }
  await raiseAccessEpoch(tx);
  await departmentsExist(tx, [input.into], 'into');
  if ((await departmentsAbove(tx, input.into)).includes(input.id)) throw problem('department_cycle');
  const moved = await moveContents(tx, input.id, input.into);
  // Below its heir it is reached by everybody who is above that one.
  await saveDepartment(tx, department, { closedAt, supervisorId: null, parentId: input.into, mergedInto: input.into });
  return moved;
});
