import type { Session } from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { mayOnRow } from './reach.ts';

const session = (permissions: Session['permissions']): Session => ({
  member: { id: 'm-1', name: '周予安', email: 'z@example.cn', departmentId: null, departmentName: null, roles: [] },
  organization: { id: 'org', name: '商迹', zone: 'Asia/Shanghai', currency: 'CNY' },
  permissions,
  supervises: false,
  now: '2026-03-18T02:12:00Z',
});

test('with their own scope a member moves their own cards and nobody else’s', () => {
  const rep = session({ 'opportunities.advance': 'own', 'opportunities.followUp': 'own' });
  expect(mayOnRow(rep, { ownerId: 'm-1' })).toEqual({ update: false, advance: true, close: false, followUp: true });
  expect(mayOnRow(rep, { ownerId: 'm-2' })).toEqual({ update: false, advance: false, close: false, followUp: false });
  expect(mayOnRow(rep, { ownerId: null }).advance).toBe(false);
});

test('a wider scope is offered the act; the server judges which rows it reaches', () => {
  const boss = session({ 'opportunities.advance': 'tree', 'opportunities.update': 'all' });
  expect(mayOnRow(boss, { ownerId: 'm-2' })).toMatchObject({ advance: true, update: true, close: false });
});
