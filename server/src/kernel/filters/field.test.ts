import { expect, test } from 'vitest';

import { declareFields, type FilterField } from './field.ts';

const field: FilterField = { name: 'state', kind: 'enum', column: 'state', values: ['open'] };

test.each<[string, FilterField[]]>([
  ['a column that is SQL', [{ ...field, column: 'state; drop' }]],
  ['a column in camelCase', [{ ...field, column: 'ownerId' }]],
  ['an alias that is SQL', [{ ...field, alias: 'l on true' }]],
  ['a name with a space', [{ ...field, name: 'my state' }]],
  ['a name twice', [field, field]],
  ['an operator its kind does not understand', [{ ...field, ops: ['contains'] }]],
  ['an enum without values', [{ name: 'state', kind: 'enum', column: 'state' }]],
  ['values that are no enum', [{ ...field, kind: 'text' }]],
])('a house with %s does not start', (_, fields) => {
  expect(() => declareFields(fields)).toThrow(RangeError);
});
