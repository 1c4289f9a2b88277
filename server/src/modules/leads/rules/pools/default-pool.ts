import type { RowOf } from '../../../../kernel/db/index.ts';

/** A pool as an organisation keeps it. */
export type PoolRow = Omit<RowOf<'lead_pools'>, 'orgId'>;

/**
 * The pool every organisation has, as it ships: open to everybody who takes leads. Twenty a day and a hundred in hand keep
 * one person from emptying it; thirty days is what a former owner waits (R16).
 */
export const defaultPool: PoolRow = {
  id: '0199a000-0000-7000-8000-000000000002',
  name: '公共公海',
  position: 1_000,
  isDefault: true,
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  roleKeys: [],
  dailyLimit: 20,
  holdLimit: 100,
  protectionDays: 7,
  formerOwnerDays: 30,
  version: 1,
};
