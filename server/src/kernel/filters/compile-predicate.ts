import type { Filter } from '@dealtrail/protocol/kernel';

import { type Comparable, type Condition, type FilterContext, type Test, withoutCase } from './condition.ts';
import type { FieldKind, FilterField, FilterFields } from './field.ts';
import { resolveFilter } from './resolve.ts';

/**
 * A row in memory: values by field name. Instants are Dates or RFC 3339 text, dates yyyy-mm-dd, numbers may be decimal
 * text as the database returns them; null, undefined and missing are empty. Anything else is a fault of ours.
 */
export type FilterRow = Readonly<Record<string, unknown>>;

function readText(field: FilterField, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`field ${field.name} holds ${typeof value}, not text`);
  return value;
}

function read(field: FilterField, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'instant':
      return value instanceof Date ? value.getTime() : Date.parse(readText(field, value));
    case 'number':
    case 'money':
      return Number(value);
    case 'boolean':
      return value === true;
    case 'id':
      return readText(field, value).toLowerCase();
    default:
      return readText(field, value);
  }
}

function holds(kind: FieldKind, test: Test): (value: Comparable) => boolean {
  switch (test.is) {
    case 'equal':
      return (value) => value === test.value;
    case 'oneOf': {
      const listed = new Set(test.values);
      return (value) => listed.has(value);
    }
    case 'text':
      return test.at === 'start'
        ? (value) => withoutCase(String(value)).startsWith(test.text)
        : (value) => withoutCase(String(value)).includes(test.text);
    case 'range': {
      const { from, to } = test;
      return (value) =>
        (!from || value > from.value || (from.inclusive && value === from.value)) &&
        (!to || value < to.value || (to.inclusive && value === to.value));
    }
    case 'empty':
      return (value) => kind === 'text' && value === '';
  }
}

function predicateOf(condition: Condition): (row: FilterRow) => boolean {
  if ('field' in condition) {
    const { field, test, negated } = condition;
    const holdsFor = holds(field.kind, test);
    const whenEmpty = test.is === 'empty';
    return (row) => {
      const value = read(field, row[field.name]);
      return (value === null ? whenEmpty : holdsFor(value)) !== negated;
    };
  }
  const parts = condition.parts.map(predicateOf);
  return condition.join === 'every'
    ? (row) => parts.every((part) => part(row))
    : (row) => parts.some((part) => part(row));
}

/**
 * A filter as a question to a row in memory, for gates and automation; it answers what the SQL form answers.
 * @throws FilterRefused for an unknown or hidden field, a question the field does not take, or an unsuitable value.
 */
export function compilePredicate(
  filter: Filter,
  fields: FilterFields,
  context: FilterContext,
): (row: FilterRow) => boolean {
  return predicateOf(resolveFilter(filter, fields, context));
}
