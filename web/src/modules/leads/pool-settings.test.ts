import type { PoolSetting } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { withNewPool, type WrittenPool, writtenPool } from './pool-settings.ts';

const pool = (name: string, isDefault = false): PoolSetting => ({
  id: name,
  name,
  isDefault,
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  roleKeys: [],
  dailyLimit: null,
  holdLimit: null,
  protectionDays: 0,
  formerOwnerDays: 30,
  version: 1,
  leads: 3,
});

test('a new pool stands after the others and before the one that takes the rest', () => {
  const { id: _id, ...facts } = writtenPool(pool('华南公海'));
  const fresh: WrittenPool = facts;
  const items = withNewPool([pool('华东公海'), pool('公共公海', true)], fresh);
  expect(items.map(({ name }) => name)).toEqual(['华东公海', '华南公海', '公共公海']);
  expect(Object.keys(items[0] ?? {})).not.toContain('leads');
});
