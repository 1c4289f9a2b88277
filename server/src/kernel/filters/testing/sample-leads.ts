import type { FilterContext } from '../condition.ts';
import { declareFields } from '../field.ts';

/** Fields of a lead list, one of each kind. */
export const leadFields = declareFields([
  { name: 'companyName', kind: 'text', column: 'company_name', sortable: true },
  { name: 'need', kind: 'text', column: 'need', ops: ['contains', 'isEmpty'] },
  { name: 'state', kind: 'enum', column: 'state', values: ['assigned', 'contacted', 'invalid'] },
  { name: 'score', kind: 'number', column: 'score', sortable: true },
  { name: 'budgetMinor', kind: 'money', column: 'budget_minor', sortable: true, fieldClass: 'price' },
  { name: 'expectedOn', kind: 'date', column: 'expected_on' },
  { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
  { name: 'incomplete', kind: 'boolean', column: 'incomplete' },
  { name: 'ownerId', kind: 'id', column: 'owner_id' },
  { name: 'customer.grade', kind: 'enum', column: 'grade', alias: 'c', values: ['A', 'B', 'C'] },
  { name: 'dueAt', kind: 'instant', column: 'due_at', alias: 'k', firstOf: 'clock_rows k where k.lead_id = l.id' },
]);

/** The member who asks in the tests. */
export const ME = '018f3a5e-0000-7000-8000-00000000000a';
/** Somebody else. */
export const OTHER = '018f3a5e-0000-7000-8000-00000000000b';

/** Wednesday 2026-03-18 10:12 in Shanghai; the asker sees everything but prices. */
export const asking: FilterContext = {
  me: ME,
  today: '2026-03-18',
  zone: 'Asia/Shanghai',
  now: new Date('2026-03-18T02:12:00Z'),
  mayUse: (field) => field.fieldClass !== 'price',
};

/** The same by somebody who sees everything. */
export const askingAll: FilterContext = { ...asking, mayUse: () => true };
