import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeRow } from '../change-query.ts';
import { offer } from './offer.ts';

const me = {
  memberId: 'me',
  permissions: new Map([['leads.read', 'own' as const]]),
  teamDepartmentIds: ['north'],
  treeDepartmentIds: ['north', 'north-one'],
  shares: new Map(),
};
const chapterOf = (kind: string) => ({ lead: 'leads', customer: 'customers' })[kind];
const row = (more: Partial<ChangeRow>): ChangeRow => ({
  seq: 1,
  recordId: 'r1',
  version: null,
  kind: 'lead',
  ownerId: 'me',
  departmentId: 'north',
  memberId: null,
  ...more,
});
const told = (rows: readonly ChangeRow[], topics = ['lead', 'customer', 'notification']) =>
  offer(rows, { actor: me, topics: new Set(topics) }, chapterOf);

test.each<[string, Partial<ChangeRow>, boolean]>([
  ['an own lead', {}, true],
  ['a colleague’s lead', { ownerId: 'you' }, false],
  ['a customer without the right to customers', { kind: 'customer' }, false],
  ['a kind no chapter brings', { kind: 'spaceship' }, false],
  ['a fact about no record', { kind: null }, false],
  ['an own message', { kind: null, memberId: 'me' }, true],
  ['somebody else’s message', { kind: null, memberId: 'you' }, false],
])('%s is told: %s', (_, more, is) => {
  expect(told([row(more)])).toHaveLength(is ? 1 : 0);
});

test('who asked for one record hears of it under its kind, and of no other', () => {
  expect(told([row({}), row({ seq: 2, recordId: 'r2' })], ['r2'])).toEqual([{ kind: 'lead', id: 'r2', version: null }]);
});

test('a record is told once, with its latest known version, at the place of its last fact', () => {
  const rows = [row({ version: 3 }), row({ seq: 2, recordId: 'r2' }), row({ seq: 3, version: null })];
  expect(told(rows)).toEqual([
    { kind: 'lead', id: 'r2', version: null },
    { kind: 'lead', id: 'r1', version: 3 },
  ]);
});

test('nobody is told of a record that is neither theirs nor shared with them', () => {
  const rows = fc.array(
    fc.record({
      seq: fc.nat(),
      recordId: fc.constantFrom('a', 'b', 'c'),
      version: fc.option(fc.nat()),
      kind: fc.constantFrom('lead', 'customer', null),
      ownerId: fc.constantFrom('me', 'you', null),
      departmentId: fc.constantFrom('north', 'south', null),
      memberId: fc.constantFrom('me', 'you', null),
    }),
  );
  fc.assert(
    fc.property(rows, (facts) => {
      const mine = new Set(
        facts
          .filter((fact) => fact.memberId === 'me' || (fact.kind === 'lead' && fact.ownerId === 'me'))
          .map((fact) => fact.recordId),
      );
      for (const { id } of told(facts)) expect(mine).toContain(id);
    }),
  );
});
