import { listPoolSettings, type PoolSetting, savePoolSettings } from '@dealtrail/protocol/leads';
import type { Passed } from '@dealtrail/protocol/kernel';
import type { Caller } from '../../../testing/test-house.ts';

type Written = Passed<typeof savePoolSettings>['body']['items'][number];

/** A pool as settings write it again. */
export function rewritten({ isDefault: _isDefault, version: _version, leads: _leads, ...pool }: PoolSetting): Written {
  return pool;
}

/** A pool for everybody without limits; a test names what matters to it. */
export const poolFacts = (facts: Partial<Written>): Written => ({
  name: '公海',
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  roleKeys: [],
  dailyLimit: null,
  holdLimit: null,
  protectionDays: 0,
  formerOwnerDays: 30,
  ...facts,
});

/** Adds a pool before the default one, and changes the default one, through the product's own verb. */
export async function buildPool(
  admin: Caller,
  facts: Partial<Written>,
  rest: Partial<Written> = {},
): Promise<PoolSetting> {
  const before = (await admin.call(listPoolSettings, {})).body.items.map(rewritten);
  const items = [...before.slice(0, -1), poolFacts(facts), { ...(before.at(-1) as Written), ...rest }];
  const saved = await admin.call(savePoolSettings, { body: { items } });
  const pool = saved.body.items?.at(-2);
  if (!pool) throw new Error(`savePoolSettings answered ${saved.status}: ${JSON.stringify(saved.body)}`);
  return pool;
}

/** Changes the default pool. */
export async function changeDefaultPool(admin: Caller, facts: Partial<Written>): Promise<void> {
  const before = (await admin.call(listPoolSettings, {})).body.items.map(rewritten);
  const items = [...before.slice(0, -1), { ...(before.at(-1) as Written), ...facts }];
  const saved = await admin.call(savePoolSettings, { body: { items } });
  if (saved.status !== 200) throw new Error(`savePoolSettings answered ${saved.status}: ${JSON.stringify(saved.body)}`);
}
