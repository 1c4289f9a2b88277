import { maskEmail, maskPhone } from '../access/index.ts';
import { fieldClassOf, type RowOf } from '../db/index.ts';

type Changes = RowOf<'audit'>['changes'];

/** Contact data as those see it who may not, in whatever shape it was kept. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('@') ? maskEmail(value) : maskPhone(value);
  if (Array.isArray(value)) return value.map(masked);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, masked(item)]));
  }
  return typeof value === 'number' ? '***' : value;
}

/** The changes of one audit row as they are shown: contact data masked, the rest as it was. */
export function presentChanges(table: string, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [
      field,
      fieldClassOf(table, field) === 'contact' ? { before: masked(before), after: masked(after) } : { before, after },
    ]),
  );
}
