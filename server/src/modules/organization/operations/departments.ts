import * as protocol from '@dealtrail/protocol/organization';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { departmentQuery, departmentsAbove, insertDepartment, saveDepartment } from '../store/department-store.ts';
import { memberQuery } from '../store/member-store.ts';
import { departmentsTable } from '../tables.ts';

/** The department tree as a flat list, parents first. */
export const listDepartments = handleRead(protocol.listDepartments, async ({ actor, read }) => ({
  items: await read.many(departmentQuery(actor.orgId)),
}));

/** A supervisor must be a member of this organisation. */
async function checkSupervisor(tx: Tx, memberId: string | null | undefined): Promise<void> {
  if (memberId && !(await tx.maybe(memberQuery(tx.orgId, memberId)))) {
    throw problem('reference_missing', {
      fields: [{ path: 'supervisorId', code: 'reference_missing', message: 'member' }],
    });
  }
}

/** Adds a department. */
export const createDepartment = handle(protocol.createDepartment, async ({ actor, tx, input }) => {
  await checkSupervisor(tx, input.supervisorId);
  const id = input.id ?? tx.time.newId();
  await insertDepartment(tx, {
    id,
    name: input.name,
    parentId: input.parentId ?? null,
    supervisorId: input.supervisorId ?? null,
  });
  return tx.one(departmentQuery(actor.orgId, id));
});

/** Renames or moves a department or changes its supervisor. */
export const updateDepartment = handle(protocol.updateDepartment, async ({ actor, tx, input }) => {
  const department = await tx.lock(departmentsTable, { id: input.id });
  if (!department) throw problem('not_found');
  if (department.version !== input.version) {
    throw problem('stale_version', { current: await tx.one(departmentQuery(actor.orgId, input.id)) });
  }
  await checkSupervisor(tx, input.supervisorId);
  const above = input.parentId ? await departmentsAbove(tx, input.parentId) : [];
  if (above.includes(input.id)) throw problem('department_cycle');
  await saveDepartment(tx, department, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.parentId === undefined ? {} : { parentId: input.parentId }),
    ...(input.supervisorId === undefined ? {} : { supervisorId: input.supervisorId }),
  });
  return tx.one(departmentQuery(actor.orgId, input.id));
});
